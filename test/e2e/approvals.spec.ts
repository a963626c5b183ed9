import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Answer {
  id: string;
  revision: string;
}
interface Approval {
  status: string;
  overdue: boolean;
  holder?: string;
  limit?: { used: number; dueOn: string };
}

describe('approvals', () => {
  let ledger: TestLedger;
  let project: string;
  let permit: string;

  const terms = {
    kind: 'construction-permit',
    department: 'zhujian',
    days: 'working',
    statutoryLimit: 7,
    promisedLimit: 3,
    occurredOn: '2022-03-01',
  };
  /** As someone of the role in a unit of its own. */
  const as = async (unit: string, role: Role = 'department') => ({
    authorization: `Bearer ${await ledger.token(role, unit)}`,
  });
  const request = (body: object, role: Role = 'reporter') =>
    ledger.post(`/v1/projects/${project}/approvals`, body, role);
  const decide = async (path: string, body: object, unit = 'zhujian') =>
    ledger.post(`/v1/approvals/${permit}/${path}`, body, 'department', await as(unit));
  const apply = (path: string, body: object) => ledger.post(`/v1/approvals/${permit}/${path}`, body);
  const shown = async (query: string) =>
    ((await ledger.get(`/v1/approvals/${permit}?${query}`).expect(200)).body as { approval: Approval }).approval;
  const listed = async (query: string) => {
    const { body } = await ledger.get(`/v1/approvals?${query}`).expect(200);
    return (body as { rows: { id: string; name: string }[] }).rows.map(({ name }) => name);
  };

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('luan-02', '舒城县');
    await ledger.unit('zhujian', '住建局');
    await ledger.unit('shengtai', '生态环境局');
    const { body } = await ledger.post('/v1/projects', {
      name: '新材料项目',
      unit: 'luan-01',
      occurredOn: '2022-01-05',
    });
    project = (body as Answer).id;
  });
  afterAll(() => ledger.stop());

  it('are requested by the unit that answers for the project', async () => {
    const other = await as('luan-02', 'reporter');
    await ledger.post(`/v1/projects/${project}/approvals`, terms, 'reporter', other).expect(403);
    const { body, headers } = await request(terms).expect(201);
    permit = (body as Answer).id;
    expect(headers).toMatchObject({ location: `/v1/approvals/${permit}`, etag: '"0"' });
    expect(await shown('on=2022-03-01')).toMatchObject({
      name: '施工许可',
      project: { id: project, name: '新材料项目' },
      department: { code: 'zhujian', name: '住建局' },
      status: 'requested',
      holder: 'department',
    });
    expect((await request(terms).expect(409)).body).toMatchObject({ code: 'APPROVAL.ALREADY_REQUESTED' });
  });

  it('run side by side for one project', async () => {
    const eia = { ...terms, kind: 'eia', department: 'shengtai', promisedLimit: undefined };
    await request({ ...eia, jointCase: '并联-2022-1', agentUnit: 'zhujian', greenChannel: true }).expect(201);
    await request({ ...terms, kind: 'letter', paper: '前期工作函' }).expect(201);
    expect(await listed(`project=${project}&on=2022-03-01`)).toEqual([
      '函（四函之一）：前期工作函',
      '环境影响评价',
      '施工许可',
    ]);
    expect(await listed('department=shengtai&on=2022-03-01')).toEqual(['环境影响评价']);
    expect(await listed(`jointCase=${encodeURIComponent('并联-2022-1')}`)).toEqual(['环境影响评价']);
  });

  it('are decided by the department itself, not by the applicant nor by another department', async () => {
    const acceptance = { occurredOn: '2022-03-08' };
    const forbidden = { code: 'ACCESS.UNIT_FORBIDDEN' };
    expect((await apply('acceptance', acceptance).expect(403)).body).toMatchObject({ code: 'ACCESS.ROLE_FORBIDDEN' });
    expect((await decide('acceptance', acceptance, 'luan-01')).body).toMatchObject(forbidden);
    expect((await decide('acceptance', acceptance, 'shengtai')).body).toMatchObject(forbidden);
    const grant = { number: 'SG-2022-1', occurredOn: '2022-03-08' };
    expect((await decide('grant', grant)).body).toMatchObject({ status: 409, code: 'APPROVAL.WRONG_STATUS' });
  });

  it('wait for supplements before the clock starts', async () => {
    expect((await decide('supplement-requests', { papers: ['图审合格书'], occurredOn: '2022-03-02' })).status).toBe(
      201,
    );
    expect(await shown('on=2022-03-03')).toMatchObject({ status: 'supplementing', holder: 'enterprise' });
    await apply('supplements', { occurredOn: '2022-03-07' }).expect(201);
    expect((await decide('acceptance', { occurredOn: '2022-03-08' })).status).toBe(201);
    expect(await shown('on=2022-03-08')).toMatchObject({ limit: { used: 0, remaining: 3, dueOn: '2022-03-11' } });
  });

  it('stop for a hearing, by the working days that were published', async () => {
    const hearing = { cause: 'hearing', from: '2022-03-09', until: '2022-03-10' };
    expect((await decide('exclusions', hearing)).status).toBe(201);
    expect((await shown('on=2022-03-11')).limit).toMatchObject({
      used: 1,
      dueOn: '2022-03-15',
      weekendsOnlyIn: [2022],
    });
    const calendar = { year: 2022, holidays: ['2022-03-14'], workdays: [], occurredOn: '2021-10-25' };
    await ledger.post('/v1/calendars', calendar).expect(403);
    const published = await ledger.post('/v1/calendars', calendar, 'administrator').expect(201);
    expect(published.headers.location).toBe('/v1/calendars/2022');
    expect((await ledger.get('/v1/calendars/2022').expect(200)).body).toMatchObject({ holidays: ['2022-03-14'] });
    await ledger.get('/v1/calendars/2021').expect(404);
    expect((await shown('on=2022-03-11')).limit).toMatchObject({ used: 1, dueOn: '2022-03-16', weekendsOnlyIn: [] });
    expect((await decide('resumption', { occurredOn: '2022-03-10' })).status).toBe(201);
    expect((await shown('on=2022-03-11')).limit).toMatchObject({ used: 2, dueOn: '2022-03-15' });
  });

  it('are overdue from the day after the limit until the decision, computed for the day asked for', async () => {
    expect(await shown('on=2022-03-15')).toMatchObject({ overdue: false, limit: { remaining: 0 } });
    expect(await shown('on=2022-03-18')).toMatchObject({ overdue: true, limit: { remaining: -3, daysOverdue: 3 } });
    expect(await listed('filter=overdue&on=2022-03-18')).toEqual(['施工许可']);
    const evidence = [{ kind: 'construction-permit', sha256: 'a'.repeat(64), number: 'SG-2022-1' }];
    expect((await decide('grant', { number: 'SG-2022-1', evidence, occurredOn: '2022-03-21' })).status).toBe(201);
    expect(await listed('filter=overdue&on=2022-03-18')).toEqual(['施工许可']);
    expect(await listed('filter=overdue&on=2022-03-21')).toEqual([]);
    expect(await listed('filter=granted&kind=construction-permit&on=2022-03-21')).toEqual(['施工许可']);
    expect(await shown('on=2022-09-30')).toMatchObject({
      status: 'granted',
      number: 'SG-2022-1',
      heldDays: { department: 14, enterprise: 5, excluded: 1 },
    });
  });

  it('show what was known at a seq', async () => {
    const { body } = await ledger.get(`/v1/approvals/${permit}`).expect(200);
    const seq = Number((body as { asOf: { seq: string } }).asOf.seq);
    expect(await shown(`on=2022-09-30&asOf=${seq - 1}`)).toMatchObject({ status: 'accepted', overdue: true });
  });

  it('are granted once, until the grant is revoked', async () => {
    expect((await request({ ...terms, occurredOn: '2022-04-01' }).expect(409)).body).toMatchObject({
      code: 'APPROVAL.ALREADY_GRANTED',
    });
    expect((await decide('revocation', { reason: '逾期未开工', occurredOn: '2022-07-01' })).status).toBe(201);
    const again = await request({ ...terms, occurredOn: '2022-07-02' }).expect(201);
    expect(again.body).toMatchObject({ id: permit, revision: '8' });
    expect((await ledger.get(`/v1/approvals/${permit}?on=2022-07-02`).expect(200)).body).toMatchObject({
      approval: { attempt: 2, status: 'requested' },
      earlier: [{ attempt: 1, status: 'revoked' }],
    });
    await apply('withdrawal', { reason: '不再建设', occurredOn: '2022-07-03' }).expect(201);
  });

  it('may lack papers for a while, or rest on a commitment', async () => {
    const filing = { ...terms, kind: 'filing', occurredOn: '2022-08-01' };
    permit = ((await request(filing).expect(201)).body as Answer).id;
    const missing = { papers: ['资金证明'], by: '2022-08-10' };
    expect((await decide('acceptance', { missing, occurredOn: '2022-08-01' })).status).toBe(201);
    const grant = { number: 'BA-1', occurredOn: '2022-08-03' };
    expect((await decide('grant', grant)).body).toMatchObject({ status: 409, code: 'APPROVAL.PAPERS_MISSING' });
    await apply('owed-papers', { occurredOn: '2022-08-02' }).expect(201);
    expect((await decide('grant', grant)).status).toBe(201);

    permit = ((await request({ ...filing, kind: 'energy-review' }).expect(201)).body as Answer).id;
    const commitment = { conditions: ['达到能耗标准'], by: '2022-09-01', occurredOn: '2022-08-01' };
    expect((await decide('commitment', commitment)).status).toBe(201);
    expect((await decide('grant', grant)).status).toBe(201);
    expect(await shown('on=2022-09-02')).toMatchObject({ status: 'granted', owed: { overdue: true } });
    expect((await decide('refusal', { reason: '迟了', occurredOn: '2022-08-04' })).status).toBe(409);
  });

  it('are hidden from units that they do not concern', async () => {
    const rowsFor = async (unit: string, role: Role) => {
      const { body } = await ledger
        .get('/v1/approvals')
        .set(await as(unit, role))
        .expect(200);
      return (body as { rows: object[] }).rows.length;
    };
    expect(await rowsFor('luan-01', 'leader')).toBe(6);
    expect(await rowsFor('shengtai', 'leader')).toBe(1);
    expect(await rowsFor('luan-02', 'reporter')).toBe(0);
    await ledger
      .get(`/v1/approvals/${permit}`)
      .set(await as('luan-02', 'reporter'))
      .expect(404);
  });

  it.each<[string, object, number, object]>([
    ['an unknown kind', { kind: 'nonsense' }, 400, { field: 'kind' }],
    ['a limit of no days', { statutoryLimit: 0 }, 400, { field: 'statutoryLimit' }],
    ['a limit in words', { statutoryLimit: '7' }, 400, { field: 'statutoryLimit' }],
    ['a promise below nothing', { promisedLimit: -1 }, 400, { field: 'promisedLimit' }],
    ['a promise beyond the law', { promisedLimit: 8 }, 422, { field: 'promisedLimit' }],
    ['days of an unknown kind', { days: 'lunar' }, 400, { field: 'days' }],
    ['an unregistered department', { department: 'nowhere' }, 422, { field: 'department', code: 'UNIT.UNKNOWN' }],
    ['an unregistered agent', { agentUnit: 'nowhere' }, 422, { field: 'agentUnit', code: 'UNIT.UNKNOWN' }],
    ['its own unit as the department', { department: 'luan-01' }, 422, { field: 'department' }],
    ['a letter without a name', { kind: 'letter' }, 422, { field: 'paper' }],
    ['a flag in words', { greenChannel: 'yes' }, 400, { field: 'greenChannel' }],
    ['a day to come', { occurredOn: '2022-10-01' }, 422, { field: 'occurredOn' }],
    ['a field it does not know', { colour: 'red' }, 400, { field: 'colour' }],
  ])('refuse %s, and leave no trace', async (_, change, status, problem) => {
    const end = await ledger.logEnd();
    const { body } = await request({ ...terms, kind: 'safety-review', ...change }).expect(status);
    expect(body).toMatchObject(problem);
    expect(await ledger.logEnd()).toBe(end);
  });

  it.each<[string, object, number, string]>([
    ['supplement-requests', { papers: [], occurredOn: '2022-08-02' }, 422, 'papers'],
    ['supplement-requests', { papers: ['长'.repeat(201)], occurredOn: '2022-08-02' }, 400, 'papers'],
    ['acceptance', { missing: { papers: ['图纸'] }, occurredOn: '2022-08-02' }, 400, 'missing.by'],
    ['acceptance', { missing: { papers: [], by: '2022-08-09' }, occurredOn: '2022-08-02' }, 422, 'missing.papers'],
    ['commitment', { conditions: [], occurredOn: '2022-08-02' }, 422, 'conditions'],
    ['exclusions', { cause: 'holiday', from: '2022-08-02', until: '2022-08-03' }, 400, 'cause'],
    ['grant', { occurredOn: '2022-08-02' }, 400, 'number'],
    ['refusal', { reason: ' ', occurredOn: '2022-08-02' }, 400, 'reason'],
    ['revocation', { reason: '失效', occurredOn: '2022-02-30' }, 400, 'occurredOn'],
  ])('refuse a bad %s', async (path, body, status, field) => {
    const { body: answer } = await request({
      ...terms,
      kind: 'other',
      paper: `${path} ${field} ${status}`,
      occurredOn: '2022-08-01',
    });
    permit = (answer as Answer).id;
    const end = await ledger.logEnd();
    expect((await decide(path, body)).body).toMatchObject({ status, field });
    expect(await ledger.logEnd()).toBe(end);
  });

  it('are unknown where nothing was requested', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    await ledger.post(`/v1/projects/${nowhere}/approvals`, terms).expect(404);
    permit = nowhere;
    expect((await decide('grant', { number: '1', occurredOn: '2022-08-02' })).body).toMatchObject({
      status: 404,
      code: 'APPROVAL.UNKNOWN',
    });
    expect((await apply('withdrawal', { reason: '无', occurredOn: '2022-08-02' })).body).toMatchObject({ status: 404 });
    await ledger.get(`/v1/approvals/${nowhere}`).expect(404);
  });
});
