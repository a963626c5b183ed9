import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestOf } from '#libs/values';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Row {
  rank: number;
  unit: { code: string };
  value: string;
}
interface Table {
  contest: object;
  rows: Row[];
}
interface Found {
  tables: Table[];
  closed?: {
    final: { asOf: string; tables: Table[]; hash: string };
    differences: { unit: { code: string }; final?: Row; now?: Row; events: { eventId: string }[] }[];
  };
  asOf: { seq: string };
}

describe('a campaign over the turn of the year', () => {
  let ledger: TestLedger;
  let path: string;
  const projects: string[] = [];
  const body = {
    name: '冬季攻势百日赛',
    period: { from: '2021-11-20', to: '2022-02-28' },
    contests: [{ metric: 'signed-projects' }, { metric: 'signed-projects', minInvestment: '50000' }],
    entrants: ['luan-01', 'luan-02'],
    occurredOn: '2021-11-10',
  };
  const found = async (query = '') => (await ledger.get(`${path}?${query}`).expect(200)).body as Found;
  const printed = (tables: Table[]) =>
    tables.map(({ rows }) => rows.map(({ rank, unit, value }) => `${rank} ${unit.code} ${value}`));

  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const code of ['luan-01', 'luan-02', 'luan-03']) await ledger.unit(code, `单位${code}`);
    const signed = [
      ['luan-01', '2021-12-31', '60000'],
      ['luan-01', '2022-01-01', '10000'],
      ['luan-02', '2022-02-28', '10000'],
      ['luan-02', '2022-03-01', '90000'],
      ['luan-03', '2022-01-15', '90000'],
    ];
    for (const [unit, occurredOn, totalInvestment] of signed) {
      const opening = { name: '项目', unit, occurredOn: '2021-11-01' };
      const { id } = (await ledger.post('/v1/projects', opening, 'department').expect(201)).body as { id: string };
      const contract = { totalInvestment, fixedAssetInvestment: '1', occurredOn };
      await ledger.post(`/v1/projects/${id}/contract`, contract, 'department').expect(201);
      projects.push(id);
    }
  });
  afterAll(() => ledger.stop());

  it('has a table of its entrants alone, as things stand', async () => {
    const opened = await ledger.post('/v1/campaigns', body, 'department').expect(201);
    path = opened.headers.location as string;
    expect(printed((await found()).tables)).toEqual([
      ['1 luan-01 2', '2 luan-02 1'],
      ['1 luan-01 1', '2 luan-02 0'],
    ]);
    expect((await ledger.get('/v1/campaigns').expect(200)).body).toMatchObject({
      rows: [{ name: '冬季攻势百日赛', period: body.period }],
    });
  });

  it('freezes its result, and shows what later corrections would have changed and which events those are', async () => {
    const before = await found();
    await ledger.post(`${path}/close`, { occurredOn: '2022-03-05' }, 'department').expect(201);
    const finding = { milestone: 'contract', finding: '未真实签约', occurredOn: '2022-03-10' };
    await ledger.post(`/v1/projects/${projects[0]}/voids`, finding, 'supervisor').expect(201);

    const { tables, closed } = await found();
    expect(closed?.final.tables).toEqual(before.tables);
    const { hash, ...content } = closed!.final;
    expect(digestOf(content)).toBe(hash);
    expect(printed(tables)).toEqual([
      ['1 luan-01 1', '1 luan-02 1'],
      ['1 luan-01 0', '1 luan-02 0'],
    ]);
    expect(
      closed?.differences.map(({ unit, final, now, events }) => [
        unit.code,
        `${final?.rank} ${final?.value}`,
        `${now?.rank} ${now?.value}`,
        events.length,
      ]),
    ).toEqual([
      ['luan-01', '1 2', '1 1', 1],
      ['luan-02', '2 1', '1 1', 0],
      ['luan-01', '1 1', '1 0', 1],
      ['luan-02', '2 0', '1 0', 0],
    ]);
    const past = await found(`asOf=${before.asOf.seq}`);
    expect(past.closed).toBeUndefined();
    expect(past.tables).toEqual(before.tables);
  });

  it.each<[string, object, number, object]>([
    ['an unknown metric', { contests: [{ metric: 'signed' }] }, 422, { field: 'contests[0].metric' }],
    [
      'sizes of what has none',
      { contests: [{ metric: 'outings', minInvestment: '1' }] },
      422,
      { code: 'LEAGUE_TABLE.NO_AMOUNTS' },
    ],
    ['a unit that nobody registered', { entrants: ['nobody'] }, 422, { code: 'UNIT.UNKNOWN', field: 'entrants[0]' }],
    ['nobody', { entrants: [] }, 422, { code: 'CAMPAIGN.NONE' }],
  ])('is not opened with %s, and nothing is written', async (_, changes, status, problem) => {
    const end = await ledger.logEnd();
    const refused = await ledger.post('/v1/campaigns', { ...body, ...changes }, 'department').expect(status);
    expect(refused.body).toMatchObject(problem);
    expect(await ledger.logEnd()).toBe(end);
  });

  it('is the city’s, and closed once', async () => {
    expect((await ledger.post('/v1/campaigns', body).expect(403)).body).toMatchObject({
      code: 'ACCESS.UNIT_FORBIDDEN',
    });
    const again = await ledger.post(`${path}/close`, { occurredOn: '2022-03-06' }, 'department').expect(409);
    expect(again.body).toMatchObject({ code: 'CAMPAIGN.ALREADY_CLOSED' });
  });
});
