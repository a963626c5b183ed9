import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

interface Answer {
  id: string;
  warnings?: { field: string; code: string }[];
}
interface Problem {
  code: string;
  field?: string;
  detail: string;
}
interface Entry {
  seq: string;
  eventId: string;
  type: string;
  title: string;
  voidedBy?: string;
  correctedBy?: string;
}
interface History {
  asOf: { seq: string };
  state: Record<string, unknown> | null;
  entries: Entry[];
  tasks: object[];
}
interface Table {
  total?: { value: string; numerator?: string; denominator?: string };
  rows: { unit: { code: string }; value: string }[];
}

const paper = (kind: string) => ({ kind, sha256: kind.charCodeAt(0).toString(16).padStart(64, '0') });
const YEAR = 'from=2022-01-01&to=2022-12-31';

/** One project from the first talk to its end; today is 2022-09-30. */
describe('the whole life of a project', () => {
  let ledger: TestLedger;
  let id: string;
  let expansion: string;
  let asOfFirstStart: string;

  const path = (more = '', of = id) => `/v1/projects/${of}${more}`;
  const record = async (what: string, body: object, as: Role = 'reporter', of = id): Promise<Answer> =>
    (await ledger.post(path(what, of), body, as).expect(201)).body as Answer;
  const refused = async (status: number, what: string, body: object, as: Role = 'reporter'): Promise<string[]> => {
    const end = await ledger.logEnd();
    const { code, field = '' } = (await ledger.post(path(what), body, as).expect(status)).body as Problem;
    expect(await ledger.logEnd()).toBe(end);
    return [code, field];
  };
  const history = async (query = '') => (await ledger.get(path(`/history${query}`)).expect(200)).body as History;
  const eventOf = async (type: string) => (await history()).entries.findLast((entry) => entry.type === type) as Entry;
  const table = async (metric: string, more = '') =>
    (await ledger.get(`/v1/league-tables/${metric}?${YEAR}${more}`).expect(200)).body as Table;
  const value = async (metric: string, more = '') => (await table(metric, more)).total?.value;
  const byUnit = async (metric: string, more = '') =>
    Object.fromEntries((await table(metric, more)).rows.map(({ unit, value }) => [unit.code, value]));
  const project = async () =>
    ((await ledger.get(path()).expect(200)).body as { project: Record<string, unknown> }).project;

  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const [code, name] of [
      ['luan-01', '霍邱县'],
      ['luan-02', '舒城县'],
      ['luan-03', '金寨县'],
    ] as const)
      await ledger.unit(code, name);
  });
  afterAll(() => ledger.stop());

  it('opens with a referral’s shares, is negotiated, and an intent counts for nothing', async () => {
    const shares = [
      { unit: 'luan-01', share: '0.5' },
      { unit: 'luan-03', share: '0.4' },
    ];
    const opening = { name: '动力电池项目', kind: 'new', unit: 'luan-01', chain: '新能源', occurredOn: '2022-01-05' };
    const wrong = await ledger.post('/v1/projects', { ...opening, shares }).expect(422);
    expect(wrong.body).toMatchObject({ code: 'SHARES.TOTAL', field: 'shares' });
    const right = [shares[0], { unit: 'luan-03', share: '0.5' }];
    ({ id } = (await ledger.post('/v1/projects', { ...opening, shares: right }).expect(201)).body as Answer);
    await record('/negotiations', { note: '首轮洽谈', occurredOn: '2022-01-10' });
    await record('/letters-of-intent', { intendedInvestment: '100000', occurredOn: '2022-01-15' });
    expect(await project()).toMatchObject({ stage: 'intent', negotiatedOn: '2022-01-10' });
    expect(await value('signed-projects')).toBe('0');
  });

  it('is signed with a schedule; what can’t be in a contract is refused by its field', async () => {
    const contract = {
      contractNo: 'HT-1',
      totalInvestment: '100000',
      fixedAssetInvestment: '80000',
      registerBy: '2022-03-31',
      startBy: '2022-05-31',
      completeBy: '2022-08-31',
      produceBy: '2022-09-15',
      outputPerYear: '200000',
      taxPerMu: '20',
      capitalSchedule: [
        { by: '2022-03-31', amount: '20000' },
        { by: '2022-06-30', amount: '30000' },
      ],
      origin: 'domestic',
      region: '深圳',
      occurredOn: '2022-02-10',
    };
    const wrongSchedule = [
      { by: '2022-03-31', amount: '20000' },
      { by: '2022-06-30', amount: '80000.5' },
    ];
    expect(await refused(422, '/contract', { ...contract, capitalSchedule: wrongSchedule })).toEqual([
      'CONTRACT.SCHEDULE_EXCEEDS_TOTAL',
      'capitalSchedule.1.amount',
    ]);
    expect(await refused(422, '/contract', { ...contract, completeBy: '2022-05-01' })).toEqual([
      'DAY.BEFORE_PREVIOUS',
      'completeBy',
    ]);
    await record('/contract', contract);
    expect(await byUnit('signed-projects')).toMatchObject({ 'luan-01': '0.5', 'luan-03': '0.5' });
    expect(await byUnit('signed-investment')).toMatchObject({ 'luan-01': '50000', 'luan-03': '50000' });
    expect(await refused(409, '/letters-of-intent', { occurredOn: '2022-02-11' })).toEqual([
      'PROJECT.ALREADY_SIGNED',
      'occurredOn',
    ]);
  });

  it('lands in either order: land first, then the enterprise, whose doubtful code is recorded with a warning', async () => {
    await record('/land', { parcel: '2022-7', mu: '66.5', method: 'listing', price: '1500', occurredOn: '2022-03-20' });
    const enterprise = { enterprise: '某某电池有限公司', creditCode: '91341500MA2N00000X', occurredOn: '2022-03-10' };
    const { warnings } = await record('/registration', enterprise);
    expect(warnings).toMatchObject([{ field: 'creditCode', code: expect.stringMatching(/^CREDIT_CODE[.]/) }]);
    expect(await value('landed-projects')).toBe('1');
  });

  it('has capital arrive, and a rate that knows what was due', async () => {
    await record('/capital', {
      amount: '25000',
      currency: 'CNY',
      rate: '1',
      origin: 'domestic',
      occurredOn: '2022-03-30',
    });
    expect(
      await refused(422, '/capital', {
        amount: '1',
        currency: 'CNY',
        rate: '7',
        origin: 'foreign',
        occurredOn: '2022-03-30',
      }),
    ).toEqual(['CAPITAL.RATE', 'rate']);
    const { total } = await table('capital-arrival-rate');
    expect(total).toEqual({ value: '50.0', numerator: '25000', denominator: '50000' });
    expect((await table('capital-arrival-rate', '&chain=钢铁')).total).toBeUndefined();
  });

  it('starts before its papers, which the grade says, and counts by the scheme’s wish', async () => {
    expect(await refused(409, '/completion', { occurredOn: '2022-05-20' })).toEqual([
      'PROJECT.COMPLETION_BEFORE_START',
      '',
    ]);
    await record('/start', { occurredOn: '2022-05-20' });
    asOfFirstStart = (await history()).asOf.seq;
    const strict = '&evidence=construction-permit,photo,payment|statistics-enrolment';
    expect([await value('started-projects'), await value('started-projects', '&minGrade=documented')]).toEqual([
      '1',
      '0',
    ]);
    const evidence = [paper('construction-permit'), paper('photo')];
    await record('/evidence', { milestone: 'start', evidence, occurredOn: '2022-05-25' });
    expect([await value('started-projects', '&minGrade=documented'), await value('started-projects', strict)]).toEqual([
      '1',
      '0',
    ]);
    expect((await table('start-rate', strict)).total).toEqual({ value: '0.0', numerator: '0', denominator: '1' });
    await record('/evidence', { milestone: 'start', evidence: [paper('payment')], occurredOn: '2022-05-26' });
    expect(await value('started-projects', strict)).toBe('1');
    expect(await value('started-projects', `${strict}&asOf=${asOfFirstStart}`)).toBe('0');
  });

  it('is refuted on site, as known from then on, and starts truly later', async () => {
    const inspection = { milestone: 'start', seen: false, finding: '现场未见施工', occurredOn: '2022-06-01' };
    expect(await refused(403, '/inspections', inspection)).toEqual(['ACCESS.ROLE_FORBIDDEN', '']);
    await record('/inspections', inspection, 'supervisor');
    expect([await value('started-projects'), await value('started-projects', `&asOf=${asOfFirstStart}`)]).toEqual([
      '0',
      '1',
    ]);
    const { entries } = await history();
    const [start] = entries.filter(({ type }) => type === 'ConstructionStarted');
    expect(start?.voidedBy).toBe(entries.at(-1)?.eventId);
    await record('/start', { occurredOn: '2022-06-05', evidence: [paper('construction-permit')] });
    await record(
      '/inspections',
      { ...inspection, seen: true, finding: '属实', occurredOn: '2022-06-10' },
      'supervisor',
    );
    expect(await project()).toMatchObject({ stage: 'start', startedOn: '2022-06-05', grades: { start: 'inspected' } });
  });

  it('is corrected: the fact anew, the old one still seen by whoever looks back', async () => {
    const before = (await history()).asOf.seq;
    const { eventId } = await eventOf('ConstructionStarted');
    const correction = { correctsEventId: eventId, reason: '日期笔误', occurredOn: '2022-06-03' };
    expect(await refused(409, '/corrections/land', { ...correction, parcel: 'x', mu: '1' })).toEqual([
      'PROJECT.NOTHING_TO_CORRECT',
      'correctsEventId',
    ]);
    await record('/corrections/start', { ...correction, evidence: [paper('construction-permit')] });
    expect((await history('?on=2022-06-04')).state).toMatchObject({ stage: 'start', startedOn: '2022-06-03' });
    expect((await history(`?on=2022-06-04&asOf=${before}`)).state).toMatchObject({ stage: 'land' });
    const { entries } = await history();
    expect(entries.find((entry) => entry.eventId === eventId)?.correctedBy).toBe(entries.at(-1)?.eventId);
  });

  it('reports months, stands still and goes on', async () => {
    await record('/progress', {
      month: '2022-06',
      investment: '8000',
      physicalProgress: '主体施工',
      physicalPercent: 30,
    });
    expect(await refused(409, '/progress', { month: '2022-06', investment: '1' })).toEqual([
      'PROGRESS.ALREADY_REPORTED',
      'month',
    ]);
    expect(await refused(422, '/progress', { month: '2022-10', investment: '1' })).toEqual(['DAY.IN_FUTURE', 'month']);
    await record('/suspension', { cause: '持续高温', forceMajeure: true, occurredOn: '2022-07-10' });
    expect(await project()).toMatchObject({ suspendedOn: '2022-07-10' });
    expect(await refused(409, '/completion', { occurredOn: '2022-07-20' })).toEqual([
      'PROJECT.SUSPENDED',
      'occurredOn',
    ]);
    await record('/resumption', { occurredOn: '2022-07-25' });
    await record('/progress', { month: '2022-07', investment: '5000', physicalPercent: 60 });
    expect(await refused(422, '/progress', { month: '2022-08', investment: '1', physicalPercent: 50 })).toEqual([
      'PROGRESS.FALLS',
      'physicalPercent',
    ]);
    expect(await value('investment-completed')).toBe('13000');
  });

  it('is handed over: from that day on the new unit answers, for it alone commands and for it counts', async () => {
    const handoff = { toUnit: 'luan-02', phase: 'construction', occurredOn: '2022-08-01' };
    expect(await refused(422, '/handoffs', { ...handoff, toUnit: 'nowhere' })).toEqual(['UNIT.UNKNOWN', 'toUnit']);
    expect(await refused(409, '/handoffs', { ...handoff, phase: 'service' })).toEqual([
      'HANDOFF.PHASE_NOT_BEGUN',
      'phase',
    ]);
    await record('/handoffs', handoff);
    expect(await refused(403, '/completion', { occurredOn: '2022-08-20' })).toEqual(['ACCESS.UNIT_FORBIDDEN', '']);
    const headers = { authorization: `Bearer ${await ledger.token('reporter', 'luan-02')}` };
    await ledger.post(path('/production'), { occurredOn: '2022-08-15' }, 'reporter', headers).expect(201);
    await ledger.post(path('/completion'), { occurredOn: '2022-08-20' }, 'reporter', headers).expect(201);
    expect(await byUnit('completed-projects')).toMatchObject({ 'luan-02': '0.5', 'luan-03': '0.5', 'luan-01': '0' });
    expect(await byUnit('signed-projects')).toMatchObject({ 'luan-01': '0.5', 'luan-03': '0.5' });
    expect((await history('?on=2022-07-31')).state).toMatchObject({ unit: { code: 'luan-01' } });
    expect((await history('?on=2022-08-01')).state).toMatchObject({ unit: { code: 'luan-02' } });
  });

  it('is looked after: leaders, six fixed fields, a group, a key level', async () => {
    await record('/leaders', { account: 'account-7', duty: '包保领导', occurredOn: '2022-08-02' }, 'department');
    const fixed = {
      matter: '竣工验收',
      target: '9 月底前',
      leader: 'account-7',
      unit: 'luan-02',
      requirement: '每周调度',
    };
    await record('/responsibility', { ...fixed, due: '2022-09-30', occurredOn: '2022-08-02' }, 'department');
    const { eventId } = await eventOf('ResponsibilityFixed');
    const finished = { taskEventId: eventId, result: '已竣工', evidence: [paper('photo')], occurredOn: '2022-08-21' };
    const late = async (on: string) =>
      ((await ledger.get(`/v1/overdue?kind=responsibility&on=${on}`).expect(200)).body as { rows: object[] }).rows;
    expect(await late('2022-10-02')).toMatchObject([
      { name: '竣工验收', project: { id }, holder: { name: '舒城县' }, dueOn: '2022-09-30', daysOverdue: 2 },
    ]);
    expect(
      await refused(422, '/responsibility/completion', { ...finished, occurredOn: '2022-08-01' }, 'department'),
    ).toEqual(['DAY.BEFORE_PREVIOUS', 'occurredOn']);
    await record('/responsibility/completion', finished, 'department');
    expect(await refused(409, '/responsibility/completion', finished, 'department')).toEqual([
      'PROJECT.NO_OPEN_TASK',
      'taskEventId',
    ]);
    expect(await late('2022-10-02')).toEqual([]);
    expect((await history()).entries.map(({ title }) => title)).toContain('六定办结');
    await record('/key-levels', { level: 'provincial', year: 2022, occurredOn: '2022-08-03' }, 'department');
    const { record: shown } = (await ledger.get(path()).expect(200)).body as { record: object };
    expect(shown).toMatchObject({
      leaders: [{ account: 'account-7', duty: '包保领导', from: '2022-08-02' }],
      responsibility: { leader: 'account-7', unit: { code: 'luan-02', name: '舒城县' }, done: { on: '2022-08-21' } },
      tenures: [{ unit: { code: 'luan-01' } }, { unit: { code: 'luan-02' }, from: '2022-08-01' }],
      tasks: [{ ...fixed, unit: { name: '舒城县' }, done: { result: '已竣工' }, daysOverdue: 0 }],
    });
    const open = { eventId, ...fixed, unit: { name: '舒城县' }, holder: { name: '舒城县' }, due: '2022-09-30' };
    expect((await history('?on=2022-08-01')).tasks).toEqual([]);
    const [before] = (await history('?on=2022-08-20')).tasks;
    expect(before).toMatchObject({ ...open, on: '2022-08-02', daysOverdue: 0 });
    expect(before).not.toHaveProperty('done');
    const { seq } = await eventOf('ResponsibilityFixed');
    const [then] = (await history(`?on=2022-10-02&asOf=${seq}`)).tasks;
    expect(then).toMatchObject({ ...open, daysOverdue: 2 });
    expect(then).not.toHaveProperty('closedOn');
    expect((await history('?on=2022-10-02')).tasks).toMatchObject([
      { ...open, closedOn: '2022-08-21', done: { on: '2022-08-21', result: '已竣工' }, daysOverdue: 0 },
    ]);
  });

  it('is accepted, handed over to its owner and reaches what the contract promised; a year’s output is reported', async () => {
    await record('/acceptance', { occurredOn: '2022-09-01', evidence: [paper('acceptance-report')] }, 'department');
    await record('/asset-handover', { receiver: '项目公司', occurredOn: '2022-09-05' }, 'department');
    const short = { outputPerYear: '199999', occurredOn: '2022-09-20' };
    expect(await refused(422, '/output', short, 'department')).toEqual([
      'PROJECT.OUTPUT_BELOW_CONTRACT',
      'outputPerYear',
    ]);
    await record('/output', { ...short, outputPerYear: '210000' }, 'department');
    await record('/years', { year: 2022, output: '60000', tax: '1200.5', jobs: 350 }, 'department');
    expect(((await ledger.get(path()).expect(200)).body as { record: object }).record).toMatchObject({
      outputs: [
        {
          fulfilment: {
            output: { actual: '60000', promised: '200000', rate: '30.0' },
            taxPerMu: { actual: '18.05', promised: '20', rate: '90.3' },
          },
        },
      ],
    });
    expect(await project()).toMatchObject({ stage: 'output', producingOn: '2022-08-15', acceptedOn: '2022-09-01' });
    expect([await value('output'), await value('tax'), await value('jobs')]).toEqual(['60000', '1200.5', '350']);
    expect(await value('output-reached-rate')).toBe('100.0');
    expect((await table('contract-fulfilment-rate')).total).toEqual({
      value: '100.0',
      numerator: '4',
      denominator: '4',
    });
  });

  it('has an expansion, which names its parent', async () => {
    const child = {
      name: '动力电池二期',
      kind: 'expansion',
      unit: 'luan-02',
      occurredOn: '2022-09-10',
      parentProjectId: id,
    };
    const body = { ...child, parentProjectId: '00000000-0000-4000-8000-000000000000' };
    expect((await ledger.post('/v1/projects', body, 'department').expect(422)).body).toMatchObject({
      code: 'PROJECT.PARENT_UNKNOWN',
    });
    ({ id: expansion } = (await ledger.post('/v1/projects', child, 'department').expect(201)).body as Answer);
    const { body: list } = await ledger.get(`/v1/projects?parent=${id}`).expect(200);
    expect(list).toMatchObject({ rows: [{ id: expansion, parentProjectId: id, kind: 'expansion' }] });
  });

  it('loses to a finding of fraud what it names and what rests on it, and only from then on', async () => {
    const before = (await history()).asOf.seq;
    const { eventId } = await eventOf('ProductionStarted');
    const finding = {
      kind: 'data',
      eventIds: [eventId],
      finding: '投产造假',
      approver: 'account-9',
      occurredOn: '2022-09-25',
    };
    expect(await refused(403, '/fraud-findings', finding)).toEqual(['ACCESS.ROLE_FORBIDDEN', '']);
    await record('/fraud-findings', finding, 'supervisor');
    expect([await value('producing-projects'), await value('output'), await value('completed-projects')]).toEqual([
      '0',
      '0',
      '1',
    ]);
    expect(await value('output', `&asOf=${before}`)).toBe('60000');
    const { entries } = await history();
    const fraud = entries.at(-1)?.eventId;
    expect(entries.filter(({ voidedBy }) => voidedBy === fraud).map(({ type }) => type)).toEqual([
      'ProductionStarted',
      'OutputReported',
    ]);
  });

  it('ends with its contract: what was signed stays signed, nothing happens after', async () => {
    const end = { reason: '投资方放弃', by: 'investor', occurredOn: '2022-09-28' };
    await record('/contract/termination', end, 'department');
    expect(await project()).toMatchObject({ terminatedOn: '2022-09-28' });
    expect(await value('signed-projects')).toBe('1');
    expect(
      await refused(
        409,
        '/capital',
        { amount: '1', currency: 'CNY', rate: '1', origin: 'domestic', occurredOn: '2022-09-29' },
        'department',
      ),
    ).toEqual(['PROJECT.TERMINATED', '']);
  });

  it('can be read as a whole, in Chinese, and seen on any of its days', async () => {
    const { entries } = await history();
    expect(entries.map(({ title }) => title)).toEqual([
      ...['立项登记', '洽谈', '签订意向书', '签约', '拿地', '企业注册', '资金到位', '开工', '补充证据', '补充证据'],
      ...['核查不实', '开工', '现场核实', '开工更正', '进度月报', '停工', '复工', '进度月报', '责任单位移交', '投产'],
      ...[
        '竣工',
        '领导挂钩',
        '六定落实',
        '六定办结',
        '列为重点项目',
        '竣工验收',
        '资产移交',
        '达产',
        '年度产出',
        '弄虚作假认定',
        '合同终止',
      ],
    ]);
    const stages = [
      '2022-01-04',
      '2022-01-10',
      '2022-02-10',
      '2022-03-15',
      '2022-06-02',
      '2022-06-03',
      '2022-08-20',
      '2022-09-30',
    ];
    const seen = [];
    for (const day of stages) seen.push((await history(`?on=${day}`)).state?.stage ?? null);
    expect(seen).toEqual([null, 'negotiation', 'contract', 'registration', 'land', 'start', 'completion', 'output']);
  });

  it('ends every number of it at the events', async () => {
    const { body } = await ledger.get(`/v1/postings?metric=started-projects&project=${id}`).expect(200);
    const { rows } = body as { rows: { quantity: string; grade: string; factId: string }[] };
    const total = rows.reduce((sum, { quantity }) => sum + Number(quantity), 0);
    expect(total).toBe(1);
    const started = await eventOf('StartCorrected');
    expect(rows.at(-1)).toMatchObject({ quantity: '0.5', grade: 'documented', factId: started.eventId });
    await ledger.get(`/v1/events/${started.eventId}`).expect(200);
  });
});
