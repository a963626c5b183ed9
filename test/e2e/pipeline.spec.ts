import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Place {
  code: string;
  count: number;
}
interface Answer {
  leads: Place[];
  stages: Place[];
  halted: Place;
  ended: Place[];
  steps: Place[];
  rows: unknown[];
  asOf: { seq: string };
}

describe('pipeline and funnel', () => {
  let ledger: TestLedger;
  let terminated: string;

  const read = async (path: string) => (await ledger.get(path).expect(200)).body as Answer;
  const filled = (places: Place[]) =>
    places.filter(({ count }) => count > 0).map(({ code, count }) => `${code} ${count}`);
  const sign = async (name: string) => {
    const contract = { occurredOn: '2022-02-01', totalInvestment: '9000', fixedAssetInvestment: '8000' };
    const body = { name, unit: 'luan-01', occurredOn: '2022-01-05', contract };
    return ((await ledger.post('/v1/projects', body).expect(201)).body as { id: string }).id;
  };
  const FUNNEL = '/v1/funnel?cohort=projects&from=2022-01-01&to=2022-12-31';

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    const going = await sign('在建项目');
    await ledger.post(`/v1/projects/${going}/start`, { occurredOn: '2022-03-15' }).expect(201);
    terminated = await sign('终止项目');
  });
  afterAll(() => ledger.stop());

  it('stand where they stood, on whichever day they are asked about, and say as of when', async () => {
    const before = await read('/v1/pipeline');
    expect(filled(before.stages)).toEqual(['contract 1', 'start 1']);
    const ending = { reason: '投资方资金链断裂', by: 'investor', occurredOn: '2022-09-01' };
    await ledger.post(`/v1/projects/${terminated}/contract/termination`, ending).expect(201);
    const now = await read('/v1/pipeline');
    expect([filled(now.stages), filled(now.ended)]).toEqual([['start 1'], ['terminated 1']]);
    expect(BigInt(now.asOf.seq)).toBeGreaterThan(BigInt(before.asOf.seq));
    expect(await read(`/v1/pipeline?asOf=${before.asOf.seq}`)).toEqual(before);

    const funnel = await read(`${FUNNEL}&asOf=${before.asOf.seq}`);
    expect(filled(funnel.steps)).toEqual(['contract 2', 'start 1']);
    expect(funnel.asOf).toEqual(before.asOf);
    expect(filled((await read(`${FUNNEL}&asOf=1`)).steps)).toEqual([]);
  });

  it('open each count to the list behind it', async () => {
    const { stages, halted, ended } = await read('/v1/pipeline');
    const listed = async (query: string) => (await read(`/v1/projects?limit=100&${query}`)).rows.length;
    for (const { code, count } of stages) expect(await listed(`standing=going&stage=${code}`)).toBe(count);
    for (const { code, count } of [halted, ...ended]) expect(await listed(`standing=${code}`)).toBe(count);
  });

  it('know nothing of what is to come', async () => {
    for (const path of [
      '/v1/pipeline?',
      `${FUNNEL}&`,
      '/v1/reserve?',
      '/v1/leads?',
      '/v1/lead-quotas/table?month=2022-07&',
    ]) {
      const { body } = await ledger.get(`${path}asOf=999999`).expect(422);
      expect(body).toMatchObject({ code: 'AS_OF.UNKNOWN' });
    }
  });
});
