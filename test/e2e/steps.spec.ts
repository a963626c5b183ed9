import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

type Body = Record<string, unknown> & { id: string; asOf: { seq: string } };

/** What was recorded by mistake in a lead, an approval or the reserve is taken back from the last step on. */
describe('a step that is taken back', () => {
  let ledger: TestLedger;

  const as = async (unit: string, role: Role) => ({ authorization: `Bearer ${await ledger.token(role, unit)}` });
  const post = async (path: string, body: object, role: Role = 'reporter', unit = 'luan-01') =>
    (await ledger.post(path, body, role, await as(unit, role)).expect(201)).body as Body;
  const refused = async (path: string, body: object, role: Role = 'reporter', unit = 'luan-01') => {
    const end = await ledger.logEnd();
    const { status, body: problem } = await ledger.post(path, body, role, await as(unit, role));
    expect(await ledger.logEnd()).toBe(end);
    return [status, (problem as { code: string }).code];
  };
  const get = async (path: string) => (await ledger.get(path).expect(200)).body as Body;
  const count = async (metric: string, asOf = '') => {
    const { rows } = await get(`/v1/postings?metric=${metric}${asOf && `&asOf=${asOf}`}`);
    return String((rows as { quantity: string }[]).reduce((sum, { quantity }) => sum + Number(quantity), 0));
  };
  const mistake = (occurredOn: string, more: object = {}) => ({ reason: '误登', occurredOn, ...more });

  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const code of ['luan-01', 'luan-02', 'zhujian']) await ledger.unit(code, code);
  });
  afterAll(() => ledger.stop());

  it('gives a lead back what it was, in its register, its counts and its history', async () => {
    const lead = { title: '电池意向', unit: 'luan-01', enterprise: '某企业', expectedInvestment: '50000' };
    const capture = async (occurredOn: string) =>
      (await post('/v1/leads', { ...lead, channel: 'exhibition', occurredOn })).id;
    const [first, id] = [await capture('2022-03-01'), await capture('2022-03-02')];
    await post(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-05' });
    await post(`/v1/leads/${id}/merger`, { into: first, reason: '同一企业', occurredOn: '2022-03-06' });
    const known = (await get('/v1/units')).asOf.seq;
    expect((await get(`/v1/leads/${first}`)).merged).toMatchObject([{ id, mergedOn: '2022-03-06' }]);
    expect([await count('leads'), await count('qualified-leads')]).toEqual(['1', '0']);
    await post(`/v1/leads/${id}/voids`, mistake('2022-03-07'));
    expect([await count('leads'), await count('qualified-leads')]).toEqual(['2', '1']);
    const shown = await get(`/v1/leads/${id}`);
    expect(shown).toMatchObject({ status: 'qualified', qualifiedOn: '2022-03-05' });
    for (const absent of ['mergedInto', 'steps']) expect(shown).not.toHaveProperty(absent);
    const merged = async (as = '') => (await get(`/v1/leads/${first}/history${as}`)).merged;
    const same = { id, title: '电池意向', capturedUnit: { code: 'luan-01' }, mergedOn: '2022-03-06' };
    expect(await merged()).toEqual([]);
    expect(await merged(`?asOf=${known}`)).toMatchObject([same]);
    expect(await merged(`?asOf=${known}&on=2022-03-05`)).toEqual([]);
    expect(await count('leads', known)).toBe('1');
    await post(`/v1/leads/${id}/voids`, mistake('2022-03-07'));
    expect([await count('leads'), await count('qualified-leads')]).toEqual(['2', '0']);
    expect(await refused(`/v1/leads/${id}/voids`, mistake('2022-03-07'))).toEqual([409, 'STEP.NOT_THE_LAST']);
    expect(await refused(`/v1/leads/${id}/voids`, mistake('2022-03-07'), 'reporter', 'luan-02')).toEqual([
      403,
      'ACCESS.UNIT_FORBIDDEN',
    ]);

    const finding = { finding: '查无此企业', occurredOn: '2022-03-08' };
    expect(await refused(`/v1/leads/${id}/void`, finding)).toEqual([403, 'ACCESS.ROLE_FORBIDDEN']);
    await post(`/v1/leads/${id}/void`, finding, 'supervisor');
    expect(await count('leads')).toBe('1');
    expect(await refused(`/v1/leads/${id}/qualification`, { occurredOn: '2022-03-09' })).toEqual([
      409,
      'LEAD.WRONG_STATUS',
    ]);
  });

  it('gives an approval back its status and its clock; a granted permit proves the start', async () => {
    const contract = { occurredOn: '2022-02-01', totalInvestment: '9000', fixedAssetInvestment: '8000' };
    const opening = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05', contract };
    const project = (await post('/v1/projects', opening)).id;
    const terms = { kind: 'construction-permit', department: 'zhujian', days: 'working', statutoryLimit: 7 };
    const permit = (await post(`/v1/projects/${project}/approvals`, { ...terms, occurredOn: '2022-03-01' })).id;
    const decide = (path: string, body: object) =>
      post(`/v1/approvals/${permit}/${path}`, body, 'department', 'zhujian');
    const status = async () => ((await get(`/v1/approvals/${permit}?on=2022-09-30`)).approval as Body).status;
    const planned = async () => {
      const { milestones } = await get(`/v1/projects/${project}/plan?on=2022-09-30`);
      return (milestones as { code: string; reachedOn?: string }[]).find(({ code }) => code === 'permit')?.reachedOn;
    };
    const milestones = [{ code: 'permit', name: '施工许可', plannedOn: '2022-03-31', order: 1 }];
    await post(`/v1/projects/${project}/plan`, { milestones, occurredOn: '2022-02-02' });

    await decide('acceptance', { occurredOn: '2022-03-02' });
    const start = { occurredOn: '2022-04-01', permit };
    expect(await refused(`/v1/projects/${project}/start`, start)).toEqual([409, 'EVIDENCE.NO_PERMIT']);
    await decide('grant', { number: 'SG-1', occurredOn: '2022-03-30' });
    expect([await status(), await planned()]).toEqual(['granted', '2022-03-30']);
    await decide('voids', mistake('2022-03-31'));
    expect([await status(), await planned()]).toEqual(['accepted', undefined]);
    await decide('grant', { number: 'SG-2', occurredOn: '2022-03-04' });
    await decide('revocation', { reason: '失效', occurredOn: '2022-03-05' });
    expect([await status(), await planned()]).toEqual(['revoked', undefined]);
    await decide('voids', mistake('2022-03-31'));
    expect([await status(), await planned()]).toEqual(['granted', '2022-03-04']);

    await post(`/v1/projects/${project}/start`, start);
    const proved = async (evidence: string) => {
      const table = await get(`/v1/league-tables/started-projects?from=2022-01-01&to=2022-09-30&evidence=${evidence}`);
      return (table.total as { value: string } | undefined)?.value ?? '0';
    };
    expect(await proved('construction-permit')).toBe('1');
    expect(await proved('construction-permit,photo,payment|statistics-enrolment')).toBe('0');
    const papers = ['photo', 'payment'].map((kind) => ({ kind, sha256: 'b'.repeat(64) }));
    await post(`/v1/projects/${project}/evidence`, { milestone: 'start', evidence: papers, occurredOn: '2022-04-02' });
    expect(await proved('construction-permit,photo,payment|statistics-enrolment')).toBe('1');
    const { entries } = await get(`/v1/projects/${project}/history`);
    const started = (entries as { type: string; data: object }[]).find(({ type }) => type === 'ConstructionStarted');
    expect(started?.data).toMatchObject({
      evidence: [{ kind: 'construction-permit', number: 'SG-2', approvalId: permit }],
    });
    const elsewhere = (await post('/v1/projects', { ...opening, name: '他项目' })).id;
    expect(await refused(`/v1/projects/${elsewhere}/start`, start)).toEqual([409, 'EVIDENCE.NO_PERMIT']);
  });

  it('gives an entry of the reserve back to the library', async () => {
    const plan = {
      name: '冷链物流园',
      unit: 'luan-01',
      idea: '补齐短板',
      funding: 'fiscal',
      plannedInvestment: '12000',
    };
    const id = (await post('/v1/reserve', { ...plan, occurredOn: '2022-01-10' })).id;
    const act = (what: string, body: object) => post(`/v1/reserve/${id}/${what}`, body);
    await act('site-check', { outcome: 'passed', occurredOn: '2022-02-01' });
    await act('entry', { occurredOn: '2022-02-02' });
    await act('drop', { reason: '无资金', occurredOn: '2022-03-01' });
    expect([await count('planned-projects'), await count('reserve-projects')]).toEqual(['0', '0']);
    await act('voids', mistake('2022-03-02'));
    expect([await count('planned-projects'), await count('reserve-projects')]).toEqual(['1', '1']);
    expect(await get(`/v1/reserve/${id}?on=2022-03-02`)).toMatchObject({ stage: 'reserve' });
    await act('voids', mistake('2022-03-02'));
    expect([await count('planned-projects'), await count('reserve-projects')]).toEqual(['1', '0']);
  });
});
