import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Chart {
  milestones: { code: string; reachedOn?: string; light?: string; slippage: { plan?: number } }[];
}

describe('plans', () => {
  let ledger: TestLedger;
  let project: string;

  const milestones = [
    { code: 'permit', name: '施工许可', plannedOn: '2022-03-31', order: 1, weight: 1 },
    { code: 'start', name: '开工', plannedOn: '2022-04-30', order: 2, weight: 4 },
    { code: 'roof', name: '主体封顶', plannedOn: '2022-08-31', order: 3, weight: 5 },
  ];
  const baseline = { milestones, occurredOn: '2022-01-25' };
  const path = (more: string) => `/v1/projects/${project}${more}`;
  const as = async (unit: string, role: Role) => ({ authorization: `Bearer ${await ledger.token(role, unit)}` });
  const chart = async (query: string) => (await ledger.get(path(`/plan?${query}`)).expect(200)).body as Chart;
  const bar = async (code: string, query: string) =>
    (await chart(query)).milestones.find((milestone) => milestone.code === code);

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
    await ledger.unit('zhujian', '住建局');
    const contract = { occurredOn: '2022-02-01', totalInvestment: '9000', fixedAssetInvestment: '8000' };
    const body = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05', contract };
    project = ((await ledger.post('/v1/projects', body).expect(201)).body as { id: string }).id;
  });
  afterAll(() => ledger.stop());

  it('are baselined by the unit that answers, once', async () => {
    await ledger.post(path('/plan'), baseline, 'reporter', await as('luan-02', 'reporter')).expect(403);
    await ledger.post(path('/plan'), baseline, 'auditor').expect(403);
    const { headers } = await ledger.post(path('/plan'), baseline).expect(201);
    expect(headers).toMatchObject({ location: path('/plan'), etag: '"0"' });
    expect((await ledger.post(path('/plan'), baseline).expect(409)).body).toMatchObject({
      code: 'PLAN.ALREADY_BASELINED',
    });
  });

  it('take what the project and its permit say: nothing is filled in twice', async () => {
    await ledger.post(path('/start'), { occurredOn: '2022-05-20' }).expect(201);
    const request = {
      kind: 'construction-permit',
      department: 'zhujian',
      days: 'working',
      statutoryLimit: 7,
      occurredOn: '2022-03-01',
    };
    const { body } = await ledger.post(path('/approvals'), request).expect(201);
    const approval = `/v1/approvals/${(body as { id: string }).id}`;
    const zhujian = await as('zhujian', 'department');
    await ledger.post(`${approval}/acceptance`, { occurredOn: '2022-03-02' }, 'department', zhujian).expect(201);
    const grant = { number: 'SG-1', occurredOn: '2022-03-10' };
    await ledger.post(`${approval}/grant`, grant, 'department', zhujian).expect(201);

    expect(await chart('on=2022-05-10')).toMatchObject({
      project: { id: project, name: '新材料项目' },
      completion: '10.0',
      milestones: [
        { code: 'permit', reachedOn: '2022-03-10', slippage: { plan: -21 }, light: 'green' },
        { code: 'start', slippage: { plan: 10 }, light: 'red' },
        { code: 'roof', slippage: { plan: 0 }, light: 'green' },
        { code: 'contract', reachedOn: '2022-02-01' },
      ],
    });
    expect(await bar('start', 'on=2022-09-30')).toMatchObject({ reachedOn: '2022-05-20', slippage: { plan: 20 } });
    const twice = { milestone: 'start', occurredOn: '2022-05-20' };
    expect((await ledger.post(path('/plan/milestones'), twice).expect(422)).body).toMatchObject({
      code: 'PLAN.MILESTONE_DERIVED',
    });
  });

  it('lose a version that was recorded by mistake, from then on', async () => {
    const later = milestones.map((milestone) => ({ ...milestone, plannedOn: '2022-09-01' }));
    const revision = { milestones: later, reason: '误填', approver: 'account-7', occurredOn: '2022-02-01' };
    const { body } = await ledger.post(path('/plan/revisions'), revision).expect(201);
    expect(body).toHaveProperty('revision');
    const versions = async (query: string) => ((await chart(query)) as unknown as { versions: object[] }).versions;
    const { asOf } = (await ledger.get(path('/plan')).expect(200)).body as { asOf: { seq: string } };
    expect(await versions('')).toHaveLength(2);
    const mistake = { reason: '误登', occurredOn: '2022-02-02' };
    await ledger.post(path('/plan/voids'), { ...mistake, occurredOn: '2022-01-31' }).expect(422);
    await ledger.post(path('/plan/voids'), mistake).expect(201);
    expect(await versions('')).toHaveLength(1);
    expect(await versions(`asOf=${asOf.seq}`)).toHaveLength(2);
    expect(await bar('roof', '')).toMatchObject({ plannedOn: '2022-08-31' });
  });

  it('are revised with a reason and an approver; the baseline stays', async () => {
    const later = milestones.map((each) => (each.code === 'roof' ? { ...each, plannedOn: '2022-09-15' } : each));
    const revision = { milestones: later, reason: '雨季延长', approver: 'account-7', occurredOn: '2022-06-01' };
    await ledger.post(path('/plan/revisions'), revision).expect(201);
    expect(await bar('roof', 'on=2022-09-05')).toMatchObject({
      baselineOn: '2022-08-31',
      plannedOn: '2022-09-15',
      slippage: { baseline: 5, plan: 0 },
    });
    expect(await chart('')).toMatchObject({ versions: [{}, { reason: '雨季延长', approver: 'account-7' }] });
  });

  it('reach milestones of their own, which an inspector can void', async () => {
    const { body } = await ledger.get('/v1/units').expect(200);
    await ledger.post(path('/plan/milestones'), { milestone: 'roof', occurredOn: '2022-09-10' }).expect(201);
    const known = Number((body as { asOf: { seq: string } }).asOf.seq) + 1;
    const finding = { milestone: 'roof', finding: '现场未封顶', occurredOn: '2022-09-20' };
    await ledger.post(path('/plan/milestone-voids'), finding).expect(403);
    await ledger.post(path('/plan/milestone-voids'), finding, 'supervisor').expect(201);
    expect((await bar('roof', 'on=2022-09-30'))?.reachedOn).toBeUndefined();
    expect((await bar('roof', `on=2022-09-30&asOf=${known}`))?.reachedOn).toBe('2022-09-10');
  });

  it('have lights whose thresholds are data', async () => {
    expect(await bar('roof', 'on=2022-09-20')).toMatchObject({ light: 'red' });
    const thresholds = { yellowDays: 30, redDays: 10, occurredOn: '2022-09-01' };
    await ledger.post('/v1/plan-thresholds', thresholds).expect(403);
    await ledger.post('/v1/plan-thresholds', thresholds, 'administrator').expect(201);
    expect(await bar('roof', 'on=2022-09-20')).toMatchObject({ light: 'yellow' });
    expect((await ledger.get('/v1/plan-thresholds').expect(200)).body).toMatchObject({ yellowDays: 30, set: true });
  });

  it('say how many of the planned starts have happened', async () => {
    const annual = { year: 2022, investment: '5000.00', startMonth: '2022-05', occurredOn: '2022-01-10' };
    await ledger.post(path('/annual-plans'), annual).expect(201);
    const rates = async (on: string) => {
      const { body } = await ledger.get(`/v1/planned-starts?year=2022&on=${on}`).expect(200);
      return (body as { metrics: { code: string; total?: object }[] }).metrics.map(({ total }) => total);
    };
    expect(await rates('2022-05-19')).toEqual([{ value: '0.0', numerator: '0', denominator: '1' }, undefined]);
    expect(await rates('2022-05-31')).toEqual(Array(2).fill({ value: '100.0', numerator: '1', denominator: '1' }));
    const projects = '/v1/planned-starts/projects?metric=planned-start-rate&year=2022&on=2022-05-31';
    expect((await ledger.get(projects).expect(200)).body).toMatchObject({
      rows: [{ project: { name: '新材料项目' }, startMonth: '2022-05', startedOn: '2022-05-20' }],
    });
    const league = await ledger.get('/v1/league-tables/planned-start-rate?from=2022-01-01&to=2022-06-30').expect(200);
    expect(league.body).toMatchObject({
      total: { value: '100.0', numerator: '1', denominator: '1' },
      rows: [{ unit: { code: 'luan-01' } }],
    });
    const behind = await ledger.get('/v1/postings?metric=planned-starts&from=2022-01-01&to=2022-06-30').expect(200);
    expect(behind.body).toMatchObject({ rows: [{ day: '2022-05-31', project: { name: '新材料项目' } }] });
    const elsewhere = await ledger
      .get(projects)
      .set(await as('luan-02', 'leader'))
      .expect(200);
    expect(elsewhere.body).toMatchObject({ rows: [] });
  });

  it('are hidden from other units, and unknown without a project', async () => {
    await ledger
      .get(path('/plan'))
      .set(await as('luan-02', 'reporter'))
      .expect(404);
    const nowhere = '/v1/projects/00000000-0000-4000-8000-000000000000/plan';
    await ledger.get(nowhere).expect(404);
    await ledger.post(nowhere, baseline).expect(404);
  });

  it.each<[string, object, number, string]>([
    ['/plan/revisions', { milestones: [] }, 422, 'milestones'],
    ['/plan/revisions', { milestones: [{ ...milestones[0], plannedOn: '2022-02-30' }] }, 400, 'milestones.0.plannedOn'],
    ['/plan/revisions', { milestones: [{ ...milestones[0], order: 0 }] }, 400, 'milestones.0.order'],
    ['/plan/revisions', { milestones: [{ ...milestones[0], code: 'Permit' }] }, 422, 'milestones.0.code'],
    ['/plan/revisions', { milestones: [milestones[0], milestones[0]] }, 422, 'milestones.1.code'],
    ['/plan/revisions', { milestones: 'all' }, 400, 'milestones'],
    ['/plan/revisions', { milestones, approver: '某局长' }, 400, 'approver'],
    ['/plan/milestones', { milestone: 'cellar' }, 422, 'milestone'],
    ['/plan/milestones', { milestone: 'roof', occurredOn: '2022-10-01' }, 422, 'occurredOn'],
    ['/annual-plans', { year: 1999, investment: '1' }, 400, 'year'],
    ['/annual-plans', { year: 2022, investment: '-1' }, 400, 'investment'],
    ['/annual-plans', { year: 2022, investment: '1', startMonth: '2022-13' }, 400, 'startMonth'],
    ['/annual-plans', { year: 2022, investment: '1', startMonth: '2023-01' }, 422, 'startMonth'],
  ])('refuse a bad body to %s: %j', async (to, body, status, field) => {
    const end = await ledger.logEnd();
    const revision = to.endsWith('revisions') ? { reason: '调整', approver: 'account-7' } : {};
    const answer = await ledger.post(path(to), { occurredOn: '2022-09-01', ...revision, ...body });
    expect(answer.body).toMatchObject({ status, field });
    expect(await ledger.logEnd()).toBe(end);
  });
});
