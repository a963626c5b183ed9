import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Shown {
  project: Record<string, unknown> & { unit: { code: string } };
  record: Record<string, unknown[]>;
  asOf: { seq: string };
}
interface Entry {
  eventId: string;
  type: string;
  voidedBy?: string;
  correctedBy?: string;
}

const PERIOD = 'from=2022-01-01&to=2022-09-30';

/** Every fact of a project can be taken back with a reason, or said anew; today is 2022-09-30. */
describe('corrections and voids of a project', () => {
  let ledger: TestLedger;
  let id: string;

  const path = (more = '', of = id) => `/v1/projects/${of}${more}`;
  const record = async (what: string, body: object, as: Role = 'department') =>
    (await ledger.post(path(what), body, as).expect(201)).body as { id: string };
  const refused = async (status: number, what: string, body: object, as: Role = 'department') => {
    const end = await ledger.logEnd();
    const { code, field } = (await ledger.post(path(what), body, as).expect(status)).body as Record<string, string>;
    expect(await ledger.logEnd()).toBe(end);
    return [code, field];
  };
  const shown = async () => (await ledger.get(path()).expect(200)).body as Shown;
  const entries = async () => ((await ledger.get(path('/history')).expect(200)).body as { entries: Entry[] }).entries;
  const last = async (type: string) => (await entries()).findLast((entry) => entry.type === type) as Entry;
  const voidLast = async (type: string) => {
    const { eventId } = await last(type);
    return record('/voids', { eventId, finding: '录入有误', occurredOn: '2022-09-20' });
  };
  const values = async (metric: string, asOf?: string) => {
    const known = asOf === undefined ? '' : `&asOf=${asOf}`;
    const { body } = await ledger.get(`/v1/league-tables/${metric}?${PERIOD}${known}`).expect(200);
    const { rows } = body as { rows: { unit: { code: string }; value: string }[] };
    return Object.fromEntries(rows.filter(({ value }) => value !== '0').map(({ unit, value }) => [unit.code, value]));
  };
  const as = async (unit: string, role: Role = 'reporter') => ({
    authorization: `Bearer ${await ledger.token(role, unit)}`,
  });
  const terms = { totalInvestment: '10000', fixedAssetInvestment: '8000' };

  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const code of ['luan-01', 'luan-02', 'luan-03', 'zhujian', 'city']) await ledger.unit(code, code);
    const contract = { ...terms, occurredOn: '2022-02-01' };
    const body = { name: '新材料项目', unit: 'luan-01', occurredOn: '2022-01-05', contract };
    ({ id } = (await ledger.post('/v1/projects', body).expect(201)).body as { id: string });
    const request = { kind: 'eia', department: 'zhujian', days: 'working', statutoryLimit: 30 };
    await record('/approvals', { ...request, occurredOn: '2022-02-02' }, 'reporter');
  });
  afterAll(() => ledger.stop());

  it('give a project back to the unit from which it was handed over by mistake', async () => {
    await record('/handoffs', { toUnit: 'luan-02', phase: 'construction', occurredOn: '2022-03-01' });
    await record('/start', { occurredOn: '2022-04-01' });
    expect(await values('started-projects')).toEqual({ 'luan-02': '1' });
    const before = (await shown()).asOf.seq;
    expect(await refused(403, '/negotiations', { note: '会谈', occurredOn: '2022-01-10' }, 'reporter')).toEqual([
      'ACCESS.UNIT_FORBIDDEN',
      undefined,
    ]);
    await voidLast('HandedOver');
    expect((await shown()).project.unit.code).toBe('luan-01');
    expect(await values('started-projects')).toEqual({ 'luan-01': '1' });
    expect(await values('started-projects', before)).toEqual({ 'luan-02': '1' });
    const { body } = await ledger.get(`/v1/approvals?unit=luan-01`).expect(200);
    expect((body as { rows: object[] }).rows).toHaveLength(1);
    expect(await last('HandedOver')).toHaveProperty('voidedBy');
    await record('/negotiations', { note: '会谈', occurredOn: '2022-01-10' }, 'reporter');
  });

  it('move a handoff to its true day, and what counts with it', async () => {
    await record('/handoffs', { toUnit: 'luan-02', phase: 'construction', occurredOn: '2022-05-01' });
    expect(await values('started-projects')).toEqual({ 'luan-01': '1' });
    const { eventId: correctsEventId } = await last('HandedOver');
    const handoff = { toUnit: 'luan-03', phase: 'construction', occurredOn: '2022-04-01', correctsEventId };
    const correction = { ...handoff, correctionReason: '移交日期、接手单位填错' };
    expect(await refused(422, '/corrections/handoff', { ...correction, toUnit: 'nowhere' })).toEqual([
      'UNIT.UNKNOWN',
      'toUnit',
    ]);
    expect(await refused(422, '/corrections/handoff', { ...correction, occurredOn: '2021-12-31' })).toEqual([
      'DAY.BEFORE_PREVIOUS',
      'occurredOn',
    ]);
    await record('/corrections/handoff', correction);
    const { eventId: by } = await last('HandoffCorrected');
    const wrong = (await entries()).find(({ eventId }) => eventId === correctsEventId);
    expect(wrong).toMatchObject({ type: 'HandedOver', correctedBy: by });
    expect(await values('started-projects')).toEqual({ 'luan-03': '1' });
    expect((await shown()).record.tenures).toMatchObject([
      { unit: { code: 'luan-01' } },
      { unit: { code: 'luan-03' }, from: '2022-04-01' },
    ]);
    expect(await refused(409, '/corrections/handoff', correction)).toEqual([
      'PROJECT.NOTHING_TO_CORRECT',
      'correctsEventId',
    ]);
    const { body } = await ledger.get(`/v1/approvals?unit=luan-03`).expect(200);
    expect((body as { rows: object[] }).rows).toHaveLength(1);
  });

  it('say an amendment anew in its place between the others', async () => {
    const amend = (totalInvestment: string, occurredOn: string) =>
      record('/contract/amendments', { ...terms, totalInvestment, reason: '增资', occurredOn });
    await amend('12000', '2022-06-01');
    await amend('15000', '2022-07-01');
    const before = (await shown()).asOf.seq;
    expect(await values('signed-investment')).toEqual({ 'luan-01': '10000', 'luan-03': '5000' });
    const first = (await entries()).find(({ type }) => type === 'ContractAmended') as Entry;
    const anew = { ...terms, totalInvestment: '11000', reason: '增资', correctsEventId: first.eventId };
    const correction = { ...anew, correctionReason: '金额填错', occurredOn: '2022-06-05' };
    expect(await refused(422, '/corrections/amendment', { ...correction, occurredOn: '2022-07-02' })).toEqual([
      'DAY.AFTER_NEXT',
      'occurredOn',
    ]);
    await record('/corrections/amendment', correction);
    const { body } = await ledger.get(`/v1/postings?metric=signed-investment&unit=luan-03`).expect(200);
    const days = (body as { rows: { day: string; quantity: string }[] }).rows.map(
      ({ day, quantity }) => `${day} ${quantity}`,
    );
    expect(days).toEqual(expect.arrayContaining(['2022-06-05 1000', '2022-07-01 4000']));
    expect(await values('signed-investment')).toEqual({ 'luan-01': '10000', 'luan-03': '5000' });
    expect(await values('signed-investment', before)).toEqual({ 'luan-01': '10000', 'luan-03': '5000' });
    expect((await shown()).record.contract).toMatchObject({ totalInvestment: '15000' });
    const { body: then } = await ledger.get(path('/history?on=2022-06-05')).expect(200);
    expect(then).toMatchObject({ state: { totalInvestment: '11000', unit: { code: 'luan-03' } } });
  });

  it('change a division of credit; who has a share reads the project', async () => {
    const reads = async (unit: string) => {
      const answer = await ledger.get(path()).set(await as(unit));
      const history = await ledger.get(path('/history')).set(await as(unit));
      const plan = await ledger.get(path('/plan')).set(await as(unit));
      return [answer.status, history.status, plan.status, ...(await readsApproval(unit))];
    };
    const readsApproval = async (unit: string) => {
      const list = async (headers = {}) =>
        ((await ledger.get(`/v1/approvals?project=${id}`).set(headers)).body as { rows: { id: string }[] }).rows;
      const [approval] = await list();
      const one = await ledger.get(`/v1/approvals/${approval?.id}`).set(await as(unit));
      const its = await ledger.get(`/v1/approvals/${approval?.id}/history`).set(await as(unit));
      return [(await list(await as(unit))).length, one.status, its.status];
    };
    const shares = (a: string, b: string) => [
      { unit: 'luan-03', share: a },
      { unit: 'city', share: b },
    ];
    const milestones = [{ code: 'roof', name: '封顶', plannedOn: '2022-12-31', order: 1 }];
    await record('/plan', { milestones, occurredOn: '2022-08-01' });
    expect(await reads('city')).toEqual([404, 404, 404, 0, 404, 404]);
    const agreed = { shares: shares('0.5', '0.5'), from: '2022-04-01', occurredOn: '2022-08-01' };
    await record('/credit-shares', agreed);
    expect(await reads('city')).toEqual([200, 200, 200, 1, 200, 200]);
    expect(await values('started-projects')).toEqual({ 'luan-03': '0.5', city: '0.5' });
    const { eventId: correctsEventId } = await last('CreditShared');
    const correction = { ...agreed, shares: shares('0.8', '0.2'), correctsEventId, correctionReason: '比例填错' };
    await record('/corrections/credit-share', correction);
    expect(await values('started-projects')).toEqual({ 'luan-03': '0.8', city: '0.2' });
    await voidLast('SharingCorrected');
    expect(await values('started-projects')).toEqual({ 'luan-03': '1' });
    expect(await reads('city')).toEqual([404, 404, 404, 0, 404, 404]);
  });

  it('lower a grade again with the paper or inspection that gave it', async () => {
    const grade = async () => ((await shown()).project.grades as Record<string, string>).start;
    const photo = { kind: 'photo', sha256: 'a'.repeat(64) };
    await record('/evidence', { milestone: 'start', evidence: [photo], occurredOn: '2022-04-02' });
    await record('/inspections', { milestone: 'start', seen: true, finding: '属实', occurredOn: '2022-04-03' });
    expect(await grade()).toBe('inspected');
    await voidLast('MilestoneVerified');
    expect(await grade()).toBe('documented');
    await voidLast('EvidenceSupplied');
    expect(await grade()).toBe('claimed');
  });

  it('take back what was said of talks, lists, groups, leaders and standstills', async () => {
    await record('/letters-of-intent', { intendedInvestment: '1', occurredOn: '2022-01-20' });
    await record('/key-levels', { level: 'municipal', year: 2022, occurredOn: '2022-03-01' });
    await record('/group', { group: 'city', occurredOn: '2022-03-01' });
    await record('/leaders', { account: 'account-7', duty: '包保', occurredOn: '2022-03-01' });
    await record('/leaders/detachment', { account: 'account-7', occurredOn: '2022-03-05' });
    await record('/suspension', { cause: '停电', forceMajeure: false, occurredOn: '2022-06-01' });
    await record('/resumption', { occurredOn: '2022-06-10' });
    await record('/completion', { occurredOn: '2022-08-01' });
    expect((await shown()).project).toMatchObject({ intentOn: '2022-01-20', keyLevel: 'municipal' });
    const { eventId } = await last('ProjectResumed');
    const untrue = { eventId, finding: '录入有误', occurredOn: '2022-09-20' };
    expect(await refused(409, '/voids', untrue)).toEqual(['PROJECT.LATER_MILESTONE_STANDS', 'eventId']);
    const told = ['LetterOfIntentSigned', 'KeyProjectDesignated', 'GroupAssigned', 'LeaderDetached'];
    for (const type of [...told, 'ProjectSuspended', 'NegotiationRecorded']) await voidLast(type);
    const { project, record: facts } = await shown();
    for (const gone of ['intentOn', 'keyLevel', 'group', 'negotiatedOn']) expect(project).not.toHaveProperty(gone);
    expect(facts).toMatchObject({ leaders: [{ account: 'account-7' }], suspensions: [] });
  });

  it('class a negotiation by size and tier, and tell whom the rule names', async () => {
    const classes = [
      { code: 'major', name: '重大', when: [{ minInvestment: '100000' }, { tiers: ['listed'] }], reportTo: 'city' },
    ];
    await ledger.post('/v1/lead-class-rules', { from: '2022-05-01', classes }, 'administrator').expect(201);
    const open = async (more: object, occurredOn = '2022-06-01') => {
      const { body } = await ledger.post('/v1/projects', { name: '在谈', unit: 'luan-01', ...more, occurredOn });
      return (body as { id: string }).id;
    };
    const [before, big] = [
      await open({ plannedInvestment: '100000' }, '2022-04-30'),
      await open({ plannedInvestment: '100000' }),
    ];
    const grown = await open({ plannedInvestment: '99999' });
    const details = { name: '在谈', plannedInvestment: '99999', tiers: ['listed'], occurredOn: '2022-06-02' };
    await ledger.post(path('/details', grown), details).expect(201);
    const { body } = await ledger.get('/v1/projects?class=major').set(await as('city'));
    const { rows } = body as { rows: { id: string; class: string }[] };
    expect(rows.map((row) => [row.id, row.class])).toEqual([
      [grown, 'major'],
      [big, 'major'],
    ]);
    expect((await ledger.get(path('', before)).set(await as('city'))).status).toBe(404);
    await ledger.post(path('/details', grown), { ...details, tiers: [] }).expect(201);
    expect((await ledger.get(path('', grown)).expect(200)).body).not.toHaveProperty('project.class');
  });
});
