import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const VISIT = {
  unit: 'luan-01',
  kind: 'outing',
  leaderDuty: '县长',
  place: '上海市',
  from: '2022-03-02',
  to: '2022-03-05',
};
const CORRECTION = { ...VISIT, place: '杭州市', reason: '地点填错' };

describe('what a later build has written', () => {
  let ledger: TestLedger;
  let store: EventStore;
  beforeAll(async () => {
    ledger = await startTestLedger();
    store = connectEventStore(ledger.eventStoreUrl);
    await ledger.unit('luan-01', '霍邱县');
  });
  afterAll(async () => {
    await store.close();
    await ledger.stop();
  });

  it.each([
    ['an event of another type', 'VisitRated', 1, undefined],
    ['an event of a later version', 'VisitCorrected', 2, { parked: 1 }],
  ])('is not decided upon: %s; lists show what is known, and what they lack', async (_, type, version, incomplete) => {
    const { body } = await ledger.post('/v1/visits', VISIT).expect(201);
    const { id } = body as { id: string };
    const stream = `visit-${id}`;
    const [logged] = await Array.fromAsync(store.readStream(stream));
    const later = { id: randomUUID(), type, data: { rating: 5 } };
    const { position } = await store.append(
      stream,
      [{ ...later, metadata: { ...logged!.metadata, commandId: randomUUID(), schemaVersion: version } }],
      0n,
    );
    ledger.noteWritten(position);

    const correction = { ...CORRECTION, correctsEventId: logged!.id };
    const refused = await ledger.post(`/v1/visits/${id}/correction`, correction).expect(503);
    expect(refused.body).toMatchObject({ code: 'EVENT.VERSION_UNKNOWN' });
    await ledger.get(`/v1/visits/${id}`).expect(503);
    expect(await store.end()).toBe(position);
    const list = (await ledger.get('/v1/visits').expect(200)).body as { rows: object[]; asOf: { incomplete?: object } };
    expect(list.rows[0]).toMatchObject({ id, place: '上海市' });
    expect(list.asOf.incomplete).toEqual(incomplete);
  });
});
