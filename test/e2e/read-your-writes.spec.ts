import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

describe('a query', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
  });
  afterAll(() => ledger.stop());

  it('with minPosition sees what was acknowledged, every time', async () => {
    for (let i = 0; i < 30; i++) {
      const body = { name: `项目 ${i}`, unit: 'luan-01', occurredOn: '2022-01-05' };
      const { headers } = await ledger.post('/v1/projects', body).expect(201);
      await ledger.get(headers.location!).expect(200);
    }
  });

  it('without it sees what the same person has just written', async () => {
    const authorization = `Bearer ${await ledger.token('reporter')}`;
    for (let i = 0; i < 30; i++) {
      const body = { name: `自己的项目 ${i}`, unit: 'luan-01', occurredOn: '2022-01-05' };
      const { headers } = await ledger.post('/v1/projects', body).expect(201);
      await ledger.request.get(headers.location!).set({ authorization }).expect(200);
    }
  });

  it.each(['wait=0', 'respond-async, Wait = "0"'])(
    'with a minPosition to come is put off with 503 when the read models do not get there in the time that Prefer gives: %s',
    async (prefer) => {
      const begun = performance.now();
      const response = await ledger.request
        .get('/v1/units?minPosition=999999999999')
        .set({ authorization: `Bearer ${await ledger.token('auditor')}`, prefer })
        .expect(503);
      expect(performance.now() - begun).toBeLessThan(4_500);
      expect(response.headers['retry-after']).toBe('1');
      expect(response.body).toMatchObject({ code: 'READ_MODEL.BEHIND' });
    },
  );

  it('with a minPosition to come waits for as long as Prefer says, and answers as soon as it is there', async () => {
    const headers = { authorization: `Bearer ${await ledger.token('auditor')}` };
    const path = `/v1/units?minPosition=${(await ledger.logEnd()) + 1n}`;
    const begun = performance.now();
    await ledger.request
      .get(path)
      .set({ ...headers, prefer: 'respond-async, wait=1' })
      .expect(503);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(990);

    const waiting = ledger.request
      .get(path)
      .set({ ...headers, prefer: 'wait=30' })
      .then(({ status }) => status);
    await ledger.unit('luan-02', '舒城县');
    expect(await waiting).toBe(200);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});

describe('a projection that stands still', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
  });
  afterAll(() => ledger.stop());

  it('holds back, and dates back, the answers that draw on it and no others', async () => {
    const seqOf = async (path: string) => {
      const { body } = await ledger.get(path).expect(200);
      return Number((body as { asOf: { seq: string } }).asOf.seq);
    };
    const before = await seqOf('/v1/visits');
    await ledger.stopProjection('visit-register');
    const body = { name: '不受牵连的项目', unit: 'luan-01', occurredOn: '2022-01-05' };
    const { headers } = await ledger.post('/v1/projects', body).expect(201);
    for (const path of [headers.location!, '/v1/projects', '/v1/units', '/v1/postings'])
      expect([path, await seqOf(path)]).toEqual([path, before + 1]);
    expect(await seqOf(`/v1/units?asOf=${before + 1}`)).toBe(before + 1);

    await ledger.get('/v1/visits').set('prefer', 'wait=0').expect(503);
    const authorization = `Bearer ${await ledger.token('auditor', 'luan-02')}`;
    const late = await ledger.request.get('/v1/visits').set({ authorization }).expect(200);
    expect(late.body).toMatchObject({ asOf: { seq: String(before) } });
  });
});
