import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Answer {
  id: string;
}

describe('the list of approvals', () => {
  let ledger: TestLedger;
  let project: string;

  const as = async (unit: string, role: Role = 'department') => ({
    authorization: `Bearer ${await ledger.token(role, unit)}`,
  });
  const listed = async (query: string) =>
    (await ledger.get(`/v1/approval-list?${query}`).expect(200)).body as { asOf: { seq: string } };
  const request = (body: object) => ledger.post(`/v1/projects/${project}/approvals`, body);

  beforeAll(async () => {
    ledger = await startTestLedger();
    await ledger.unit('luan-01', '霍邱县');
    await ledger.unit('zhujian', '住建局');
    const opened = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05' };
    project = ((await ledger.post('/v1/projects', opened)).body as Answer).id;
  });
  afterAll(() => ledger.stop());

  it('rules what is requested on its days: limits, papers that may follow, and what of them is owed', async () => {
    const listing = {
      from: '2022-06-01',
      items: [
        {
          ...{ kind: 'safety-review', days: 'working', statutoryLimit: 10, promisedLimit: 4 },
          materials: [
            { code: 'report', name: '评价报告', deferrable: true },
            { code: 'plan', name: '应急预案', deferrable: true },
            { code: 'form', name: '申请表' },
          ],
        },
      ],
    };
    await ledger.post('/v1/approval-list', listing, 'department').expect(403);
    const twice = { ...listing, items: [...listing.items, ...listing.items] };
    expect((await ledger.post('/v1/approval-list', twice, 'administrator').expect(422)).body).toMatchObject({
      code: 'APPROVAL_LIST.REPEATED',
      field: 'items.1.kind',
    });
    await ledger.post('/v1/approval-list', listing, 'administrator').expect(201);
    const first = await listed('on=2022-06-01');
    expect(first).toMatchObject({
      ...{ on: '2022-06-01', inForce: 1 },
      versions: [{ version: 1, from: '2022-06-01', items: [{ name: '安全评价', ...listing.items[0] }] }],
    });
    expect(await listed('on=2022-05-31')).not.toHaveProperty('inForce');
    const asked = { kind: 'safety-review', department: 'zhujian', occurredOn: '2022-06-02' };
    expect((await request({ ...asked, kind: 'energy-review' }).expect(422)).body).toMatchObject({
      code: 'APPROVAL.NOT_LISTED',
      field: 'kind',
    });
    const { id } = (await request(asked).expect(201)).body as Answer;
    const step = async (path: string, body: object, role: Role, unit?: string) =>
      ledger.post(`/v1/approvals/${id}/${path}`, body, role, unit ? await as(unit) : {});
    const lacking = (items: string[]) => ({ missing: { items, by: '2022-06-10' }, occurredOn: '2022-06-03' });
    expect((await step('acceptance', lacking(['form']), 'department', 'zhujian')).body).toMatchObject({
      code: 'APPROVAL.MATERIAL_NOT_DEFERRABLE',
      field: 'missing.items.0',
    });
    expect((await step('acceptance', lacking(['report', 'plan']), 'department', 'zhujian')).status).toBe(201);
    expect((await step('owed-papers', { items: ['plan'], occurredOn: '2022-06-08' }, 'reporter')).status).toBe(201);
    const life = async (on: string) =>
      ((await ledger.get(`/v1/approvals/${id}?on=${on}`).expect(200)).body as { approval: object }).approval;
    expect(await life('2022-06-11')).toMatchObject({
      terms: { days: 'working', statutory: 10, promised: 4 },
      listed: { version: 1, materials: listing.items[0]!.materials },
      owed: { items: ['评价报告', '应急预案'], outstanding: ['评价报告'], by: '2022-06-10', overdue: true },
    });
    expect(await life('2022-06-07')).toMatchObject({ owed: { outstanding: ['评价报告', '应急预案'], overdue: false } });
    const late = await ledger.get(`/v1/overdue?on=2022-06-11&kind=approval-papers&project=${project}`).expect(200);
    expect(late.body).toMatchObject({ rows: [{ approvalId: id, dueOn: '2022-06-10', outstanding: ['评价报告'] }] });
    expect((await step('owed-papers', { items: ['report'], occurredOn: '2022-06-12' }, 'reporter')).status).toBe(201);
    expect(await life('2022-06-12')).toMatchObject({ owed: { outstanding: [], suppliedOn: '2022-06-12' } });
  });

  it('rules nothing before its day', async () => {
    const filing = { kind: 'filing', department: 'zhujian', occurredOn: '2022-05-31' };
    const unstated = await request({ ...filing, days: 'working' }).expect(422);
    expect(unstated.body).toMatchObject({ code: 'APPROVAL.LIMIT_UNSTATED', field: 'statutoryLimit' });
    await request({ ...filing, days: 'working', statutoryLimit: 5 }).expect(201);
  });

  it('shows who published which version, which one a day has, and only what was known then', async () => {
    const letter = { kind: 'letter', paper: '前期工作函', days: 'working', statutoryLimit: 2, materials: [] };
    const { asOf } = await listed('on=2023-01-01');
    await ledger.post('/v1/approval-list', { from: '2023-01-01', items: [letter] }, 'administrator').expect(201);
    const now = await listed('on=2023-01-01');
    const published = { publishedBy: { code: 'luan-01', name: '霍邱县' }, actor: 'administrator-luan-01' };
    expect(now).toMatchObject({
      inForce: 2,
      versions: [published, { ...published, version: 2, items: [{ name: '函（四函之一）：前期工作函' }] }],
    });
    expect(await listed('on=2022-12-31')).toMatchObject({ inForce: 1 });
    expect(await listed(`on=2023-01-01&asOf=${asOf.seq}`)).toMatchObject({ inForce: 1, versions: [{ version: 1 }] });
    const history = async (query: string) =>
      (
        (await ledger.get(`/v1/approval-list/history?${query}`).expect(200)).body as { entries: { title: string }[] }
      ).entries.map(({ title }) => title);
    expect(await history('')).toEqual(['发布审批事项清单', '发布审批事项清单']);
    expect(await history(`asOf=${asOf.seq}`)).toEqual(['发布审批事项清单']);
  });

  it.each<[string, object, string]>([
    ['a limit of no days', { statutoryLimit: 0 }, 'items.0.statutoryLimit'],
    ['an unknown kind', { kind: 'party' }, 'items.0.kind'],
    ['a paper without a name', { materials: [{ code: 'form' }] }, 'items.0.materials.0.name'],
    ['a field it does not know', { colour: 'red' }, 'items.0.colour'],
  ])('refuses %s, and leaves no trace', async (_, change, field) => {
    const item = { kind: 'eia', days: 'working', statutoryLimit: 5, materials: [], ...change };
    const end = await ledger.logEnd();
    const list = { from: '2022-08-01', items: [item] };
    expect((await ledger.post('/v1/approval-list', list, 'administrator').expect(400)).body).toMatchObject({ field });
    expect(await ledger.logEnd()).toBe(end);
  });
});
