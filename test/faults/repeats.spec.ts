import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connectEventStore } from '#libs/event-store';
import { inLanes } from '../bench/support/lanes.js';
import { randomOf } from '../bench/city/random.js';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

const COMMANDS = Number(process.env.REPEATED_COMMANDS ?? 200);
const SEED = Number(process.env.FAULTS_SEED ?? 20220109);
const LANES = 16;

jest.setTimeout(60_000 + COMMANDS * 300);

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly code?: string };
}

describe('commands that are sent again', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
  });
  afterAll(() => ledger.stop());

  /** On a busy machine the store may not answer in time: whoever isn't told the outcome sends the same again. */
  const post = async (key: string, name: string): Promise<Answer> => {
    const body = { name, unit: 'luan-01', occurredOn: '2022-01-05' };
    for (;;) {
      const { status, body: answer } = await ledger.post('/v1/projects', body, 'reporter', { 'idempotency-key': key });
      if (status !== 503) return { status, body: answer as Answer['body'] };
    }
  };

  /** The codes with which a repeat may be turned away: still in flight, or another request under the same key. */
  const allowed = (sameBody: boolean) =>
    sameBody ? ['COMMAND.IN_FLIGHT'] : ['COMMAND.IN_FLIGHT', 'COMMAND.KEY_REUSED'];

  it(`are executed once each: ${COMMANDS}, half of them at once, half with another body`, async () => {
    const random = randomOf(SEED);
    const cases = Array.from({ length: COMMANDS }, (_, number) => ({
      key: `repeated-${number}`,
      atOnce: random.chance(0.5),
      sameBody: random.chance(0.5),
    }));
    const ids = new Set<string>();
    await inLanes(LANES, cases.values(), async ({ key, atOnce, sameBody }) => {
      const first = () => post(key, key);
      const second = () => post(key, sameBody ? key : `${key}，另一个`);
      const answers = atOnce ? await Promise.all([first(), second()]) : [await first(), await second()];
      const done = answers.filter(({ status }) => status === 201);
      const refused = answers.filter(({ status }) => status !== 201);
      expect(answers).toContainEqual({ status: 201, body: expect.anything() });
      for (const { status, body } of refused) {
        expect(allowed(sameBody)).toContain(body.code);
        expect(status).toBe(body.code === 'COMMAND.IN_FLIGHT' ? 409 : 422);
      }
      if (!sameBody) expect(done).toHaveLength(1);
      if (!atOnce) expect(refused.map(({ body }) => body.code)).toEqual(sameBody ? [] : ['COMMAND.KEY_REUSED']);
      expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      ids.add(done[0]!.body.id!);
    });

    expect(ids.size).toBe(COMMANDS);
    const store = connectEventStore(ledger.eventStoreUrl);
    const opened: string[] = [];
    for await (const followed of store.follow(undefined, new AbortController().signal)) {
      if (followed.kind === 'caught-up') break;
      if (followed.kind === 'event' && followed.event.type === 'ProjectOpened') opened.push(followed.event.stream);
    }
    await store.close();
    expect(opened.sort()).toEqual([...ids].map((id) => `project-${id}`).sort());
  });
});
