import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Listed {
  rows: { id: string; name: string; idleDays?: number; flag?: object }[];
}

describe('planning and reserve', () => {
  let ledger: TestLedger;
  const plan = {
    name: '冷链物流园',
    unit: 'luan-01',
    idea: '补齐短板',
    plannedInvestment: '12000',
    occurredOn: '2022-01-10',
  };
  const planned = async (more: object = {}) => {
    const { body } = await ledger
      .post('/v1/reserve', { funding: 'fiscal', ...plan, ...more }, 'department')
      .expect(201);
    return (body as { id: string }).id;
  };
  const act = (id: string, what: string, body: object, as: 'reporter' | 'department' | 'supervisor' = 'reporter') =>
    ledger.post(`/v1/reserve/${id}/${what}`, body, as);
  const read = async (path: string) => (await ledger.get(path).expect(200)).body as Record<string, unknown>;
  const listed = async (query: string) => (await read(`/v1/reserve?${query}`)) as unknown as Listed;

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
  });
  afterAll(() => ledger.stop());

  it('goes from the idea over site, investor, library and early works to a project that names it', async () => {
    const id = await planned({ funding: 'market', chain: '现代物流' });
    const failure = { outcome: 'failed', reason: '占用永久基本农田', occurredOn: '2022-01-20' };
    await act(id, 'site-check', failure).expect(201);
    await act(id, 'site-check', { outcome: 'passed', occurredOn: '2022-02-01' }).expect(201);
    await act(id, 'selection', { step: 'sought', occurredOn: '2022-02-02' }).expect(201);
    await act(id, 'selection', { step: 'compared', occurredOn: '2022-02-10' }).expect(201);
    await act(id, 'selection', { step: 'chosen', enterprise: '某物流公司', occurredOn: '2022-02-20' }).expect(201);
    await act(id, 'entry', { occurredOn: '2022-03-01' }).expect(201);
    await act(id, 'early-works', { work: 'feasibility', state: 'under-way', occurredOn: '2022-03-05' }).expect(201);
    const early = await act(id, 'readiness', { occurredOn: '2022-03-10' }).expect(409);
    expect(early.body).toMatchObject({ code: 'RESERVE.EARLY_WORKS_OPEN' });
    await act(id, 'early-works', { work: 'feasibility', state: 'done', occurredOn: '2022-04-01' }).expect(201);
    await act(id, 'readiness', { occurredOn: '2022-04-02' }).expect(201);
    expect(await read(`/v1/reserve/${id}?on=2022-04-12`)).toMatchObject({
      stage: 'ready',
      unit: { code: 'luan-01', name: '霍邱县' },
      selection: { step: 'chosen', enterprise: '某物流公司' },
      earlyWorks: { feasibility: { state: 'done' } },
      idleDays: 10,
    });

    const send = () =>
      act(id, 'conversion', { occurredOn: '2022-05-01' }).set('idempotency-key', 'convert-reserve-once');
    const { body, headers } = await send().expect(201);
    const project = (body as { id: string }).id;
    expect(headers.location).toBe(`/v1/projects/${project}`);
    expect((await send().expect(201)).body).toMatchObject({ id: project });
    expect(await read(`/v1/projects/${project}`)).toMatchObject({
      project: { name: '冷链物流园', openedOn: '2022-05-01', chain: '现代物流' },
    });
    expect(await read(`/v1/projects/${project}/history`)).toMatchObject({ entries: [{ data: { reserveId: id } }] });
    expect(await read(`/v1/reserve/${id}`)).toMatchObject({ stage: 'converted', conversion: { projectId: project } });
  });

  it('flags what stands still by one review, however often it is sent, and lists it', async () => {
    const still = await planned({ name: '停滞项目' });
    const moving = await planned({ name: '推进项目', unit: 'luan-02' });
    await act(moving, 'site-check', { outcome: 'passed', occurredOn: '2022-08-01' }, 'department').expect(201);
    await listed('');
    const review = { on: '2022-08-10', idleDays: 90 };
    const send = () => ledger.post('/v1/reserve/reviews', review, 'supervisor', { 'idempotency-key': 'review-august' });
    const first = await send().expect(201);
    const end = await ledger.logEnd();
    expect((await send().expect(201)).body).toEqual(first.body);
    expect(await ledger.logEnd()).toBe(end);
    expect(await read(first.headers.location!)).toMatchObject({
      ...review,
      entries: [{ id: still, name: '停滞项目', unit: { name: '霍邱县' }, flaggedOn: '2022-08-10' }],
    });
    expect((await listed('flagged=true&on=2022-08-10')).rows).toMatchObject([
      { id: still, idleDays: 212, flag: { on: '2022-08-10', idleSince: '2022-01-10', idleDays: 212 } },
    ]);
    expect((await act(still, 'entry', { occurredOn: '2022-08-11' }).expect(409)).body).toMatchObject({
      code: 'RESERVE.FLAGGED',
    });
    expect((await act(moving, 'review', review, 'supervisor').expect(409)).body).toMatchObject({
      code: 'RESERVE.NOT_IDLE',
    });
    await act(still, 'revival', { reason: '投资方恢复洽谈', occurredOn: '2022-08-20' }).expect(201);
    expect((await listed('flagged=true')).rows).toEqual([]);
    expect(await read(`/v1/reserve/${still}?on=2022-08-25`)).toMatchObject({ idleDays: 5 });
    await act(still, 'review', { on: '2022-09-30', idleDays: 30 }, 'supervisor').expect(201);
    await act(still, 'clearance', { reason: '无投资方', occurredOn: '2022-09-30' }, 'supervisor').expect(201);
    expect(await read(`/v1/reserve/${still}`)).toMatchObject({ stage: 'cleared', end: { reason: '无投资方' } });
  });

  it('counts what is planned in a year from a hundred million on, against the target', async () => {
    const metric = 'planned-projects-100m';
    const target = {
      subject: { kind: 'city', code: 'all' },
      metric,
      year: 2021,
      amount: '2',
      occurredOn: '2021-01-05',
    };
    await ledger.post('/v1/targets', { ...target, schedule: { kind: 'even' } }, 'department').expect(201);
    const inYear = { occurredOn: '2021-03-01' };
    await planned({ ...inYear, plannedInvestment: '10000' });
    await planned({ ...inYear, plannedInvestment: '9999.999999' });
    const given = await planned({ ...inYear, plannedInvestment: '50000', unit: 'luan-02' });
    const standing = async () => {
      const { rows } = await read(`/v1/targets?year=2021&metric=${metric}&on=2021-12-31`);
      return rows;
    };
    expect(await standing()).toMatchObject([{ amount: '2', completed: '2', gap: '0' }]);
    await act(given, 'drop', { reason: '规划调整', occurredOn: '2021-06-01' }, 'department').expect(201);
    expect(await standing()).toMatchObject([{ completed: '1' }]);
    const table = `/v1/league-tables/${metric}?from=2021-01-01&to=2021-12-31`;
    expect(await read(table)).toMatchObject({ total: { value: '1' } });
    expect(await read(`${table}&minInvestment=1`)).toMatchObject({ total: { value: '1' } });
    expect(await read(`${table}&minInvestment=10001`)).toMatchObject({ total: { value: '0' } });
    expect(await read('/v1/league-tables/planned-projects?from=2021-01-01&to=2021-12-31')).toMatchObject({
      total: { value: '2' },
    });
  });

  it('shows and gives each unit its own only', async () => {
    const other = await planned({ unit: 'luan-02' });
    const { body } = await ledger.get('/v1/reserve', 'reporter').expect(200);
    expect((body as Listed).rows.map(({ id }) => id)).not.toContain(other);
    await ledger.get(`/v1/reserve/${other}`, 'reporter').expect(404);
    const passed = { outcome: 'passed', occurredOn: '2022-02-01' };
    expect((await act(other, 'site-check', passed).expect(403)).body).toMatchObject({ code: 'ACCESS.UNIT_FORBIDDEN' });
    const own = await planned();
    await act(own, 'clearance', { reason: '.', occurredOn: '2022-09-01' }).expect(403);
    await ledger.post('/v1/reserve/reviews', { on: '2022-09-01', idleDays: 1 }, 'reporter').expect(403);
  });

  it.each([
    ['', { ...plan }, 400, 'REQUEST.INVALID', 'funding'],
    ['', { ...plan, funding: 'market', plannedInvestment: '-1' }, 400, 'REQUEST.INVALID', 'plannedInvestment'],
    ['', { ...plan, funding: 'market', idea: ' ' }, 400, 'REQUEST.INVALID', 'idea'],
    ['', { ...plan, funding: 'market', unit: 'nowhere' }, 422, 'UNIT.UNKNOWN', 'unit'],
    ['', { ...plan, funding: 'market', occurredOn: '2022-10-01' }, 422, 'DAY.IN_FUTURE', 'occurredOn'],
    ['/reviews', { on: '2022-09-01', idleDays: 0 }, 400, 'REQUEST.INVALID', 'idleDays'],
    ['/reviews', { on: '2022-09-01', idleDays: 1.5 }, 400, 'REQUEST.INVALID', 'idleDays'],
    ['/reviews', { on: '2022-10-01', idleDays: 30 }, 422, 'DAY.IN_FUTURE', 'on'],
  ] as const)('refuses at /v1/reserve%s %j', async (path, body, status, code, field) => {
    const end = await ledger.logEnd();
    const answer = await ledger.post(`/v1/reserve${path}`, body, 'department').expect(status);
    expect(answer.body).toMatchObject({ code, field });
    expect(await ledger.logEnd()).toBe(end);
  });

  it.each([
    ['site-check', { outcome: 'maybe' }, 400, 'REQUEST.INVALID', 'outcome'],
    ['site-check', { outcome: 'failed' }, 422, 'RESERVE.REASON_MISSING', 'reason'],
    ['selection', { step: 'chosen', enterprise: '' }, 400, 'REQUEST.INVALID', 'enterprise'],
    ['selection', { step: 'compared' }, 409, 'RESERVE.SELECTION_ORDER', 'step'],
    ['early-works', { work: 'dance', state: 'done' }, 400, 'REQUEST.INVALID', 'work'],
    ['entry', { colour: 'red' }, 400, 'REQUEST.INVALID', 'colour'],
    ['entry', {}, 409, 'RESERVE.SITE_NOT_PASSED', undefined],
    ['readiness', {}, 409, 'RESERVE.WRONG_STAGE', undefined],
    ['conversion', {}, 409, 'RESERVE.WRONG_STAGE', undefined],
    ['conversion', { unit: 'nowhere' }, 422, 'UNIT.UNKNOWN', 'unit'],
    ['drop', {}, 400, 'REQUEST.INVALID', 'reason'],
    ['revival', { reason: '.' }, 409, 'RESERVE.NOT_FLAGGED', undefined],
    ['clearance', { reason: '.' }, 409, 'RESERVE.NOT_FLAGGED', undefined],
  ] as const)('refuses %s %j', async (what, body, status, code, field) => {
    const id = await planned({ funding: 'market' });
    const end = await ledger.logEnd();
    const answer = await act(id, what, { occurredOn: '2022-09-01', ...body }, 'department').expect(status);
    expect(answer.body).toMatchObject(field ? { code, field } : { code });
    expect(await ledger.logEnd()).toBe(end);
  });
});
