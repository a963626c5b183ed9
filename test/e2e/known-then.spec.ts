import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { recordWorks } from '../browser/support/works.js';
import { given } from '../support/assessed.js';
import { leaf, scheme } from '../support/assessment-scheme.js';
import { type TestLedger, startTestLedger } from '../support/ledger.js';
import { type Asked, OF_THE_PRESENT, QUESTIONS } from '../support/questions-of-the-past.js';

type Answer = object & { readonly asOf: { readonly seq: string } };

interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
}

describe('what was known then', () => {
  let ledger: TestLedger;
  let asked: Asked;
  const before = new Map<string, Answer>();

  const send = async (role: Role, unit: string, path: string, body: object) => {
    const authorization = `Bearer ${await ledger.token(role, unit)}`;
    const { status, body: answer } = await ledger.post(`/v1/${path}`, body, role, { authorization });
    expect({ path, problem: status === 201 ? undefined : (answer as object) }).toEqual({ path });
    return (answer as { id: string }).id;
  };
  const city = (path: string, body: object) => send('department', 'city', path, body);
  const administer = (path: string, body: object) => send('administrator', 'city', path, body);
  const questions = () => Object.entries(QUESTIONS).map(([route, path]) => [route, path(asked)] as const);
  const answerTo = async (path: string, asOf?: string) => {
    const more = asOf === undefined ? '' : `${path.includes('?') ? '&' : '?'}asOf=${asOf}`;
    const { status, body } = await ledger.get(`/v1/${path}${more}`);
    expect({ path, status, body: status === 200 ? 'found' : (body as object) }).toMatchObject({ path, status: 200 });
    return body as Answer;
  };

  beforeAll(async () => {
    ledger = await startTestLedger();
    const lastEvent = async (path: string) => {
      const { entries } = (await answerTo(`${path}/history`)) as unknown as { entries: { eventId: string }[] };
      return entries.at(-1)!.eventId;
    };
    const works = await recordWorks({ send, lastEvent, shown: () => Promise.resolve() });
    asked = { ...works, ...(await recordMore(works.project)) };
    for (const [route, path] of questions()) before.set(route, await answerTo(path));
    await recordChanges(asked);
  }, 120_000);
  afterAll(() => ledger.stop());

  const milestones = [{ code: 'start', name: '开工', plannedOn: '2022-06-30', order: 1, weight: 1 }];
  const target = {
    subject: { kind: 'unit', code: 'luan-01' },
    metric: 'signed-projects',
    year: 2022,
    amount: '10',
    schedule: { kind: 'monthly', percent: ['5', '11', '19', '30', '41', '52', '61', '70', '79', '88', '95', '100'] },
    occurredOn: '2022-01-10',
  };
  const campaign = {
    name: '百日赛',
    period: { from: '2022-01-01', to: '2022-12-31' },
    contests: [{ metric: 'signed-projects' }],
    entrants: ['luan-01', 'luan-02'],
    occurredOn: '2022-01-05',
  };
  const batch = { kind: 'start', unit: 'city', heldOn: '2022-07-01', occurredOn: '2022-06-20' };

  /** What there is a question about besides the works. */
  async function recordMore(project: string): Promise<Omit<Asked, keyof Awaited<ReturnType<typeof recordWorks>>>> {
    await administer('units', {
      code: 'bureau',
      name: '投促局',
      kind: 'department',
      group: '市直',
      occurredOn: '2022-01-01',
    });
    const who = [{ unit: 'luan-01' }, { unit: 'luan-02' }];
    await administer('lead-quotas/monthly', { name: '每月两条', metric: 'leads', perMonth: 2, who, from: '2022-01' });
    await administer('plan-thresholds', { yellowDays: 30, redDays: 10, occurredOn: '2022-01-10' });
    const indicators = [
      leaf({ code: 'signed', source: { kind: 'metric', metric: 'signed-projects' } }),
      given('tidy', { role: 'adjustment' }),
    ];
    const subjects = { kind: 'units' as const, units: ['luan-01', 'luan-02'] };
    await administer('schemes', { scheme: scheme({ subjects, indicators }) });
    await city('targets', target);
    await city(`projects/${project}/plan`, { milestones, occurredOn: '2022-08-02' });
    const held = await city('batches', { ...batch, name: '集中开工' });
    await city(`batches/${held}/projects`, { projects: [project], occurredOn: '2022-06-25' });
    await city(`batches/${held}/holding`, { occurredOn: '2022-07-01' });
    const investor = await meetInvestor('91350100M000100Y43');
    return { batch: held, campaign: await city('campaigns', campaign), investor };
  }

  /** A first contact with whoever bears the credit code. */
  async function meetInvestor(creditCode: string): Promise<string> {
    const enterprise = { title: '储能意向', enterprise: '乙公司', creditCode, expectedInvestment: '1000' };
    const captured = { ...enterprise, unit: 'luan-01', channel: 'exhibition', occurredOn: '2022-03-01' };
    await city(`leads/${await city('leads', captured)}/first-contact`, { occurredOn: '2022-03-02' });
    return creditCode;
  }

  /** Something else in everything that is asked about. */
  async function recordChanges({
    project,
    late,
    lead,
    rival,
    entry,
    visit,
    stewardship,
    approval,
    batch: held,
    investor,
  }: Asked): Promise<void> {
    await administer('units/luan-01/names', { name: '霍邱市', from: '2022-08-30', occurredOn: '2022-08-30' });
    await administer('approval-list', { from: '2023-06-01', items: [] });
    await administer('groups/chain-01/members', { member: 'luan-02', role: 'member', occurredOn: '2022-08-30' });
    const opened = { kind: 'new', plannedInvestment: '15000', occurredOn: '2022-08-30' };
    await city(`projects/${late}/details`, { ...opened, name: '冷链物流园' });
    await city(`projects/${late}/admission`, {
      facts: { investment: '15000', landMu: '20' },
      judgements: [{ check: 'eia', passed: true }],
      scores: [
        { criterion: 'technology', score: 50 },
        { criterion: 'ecology', score: 25 },
      ],
      occurredOn: '2022-08-30',
    });
    const terms = { totalInvestment: '15000', fixedAssetInvestment: '9000', startBy: '2022-09-10' };
    await city(`projects/${late}/contract`, { ...terms, occurredOn: '2022-08-31' });
    const annual = { year: 2022, investment: '15000', startMonth: '2022-09', occurredOn: '2022-08-31' };
    await city(`projects/${late}/annual-plans`, annual);
    await city(`projects/${late}/key-levels`, { level: 'district', year: 2022, occurredOn: '2022-08-31' });
    await city(`projects/${project}/progress`, { month: '2022-08', investment: '100' });
    await city(`projects/${project}/details`, { ...opened, name: '光伏组件一期' });
    await city(`projects/${project}/leaders/detachment`, { account: 'account-7', occurredOn: '2022-09-01' });
    await city(`projects/${project}/handoffs`, { toUnit: 'luan-02', phase: 'construction', occurredOn: '2022-09-01' });
    await city(`projects/${project}/suspension`, { cause: '雨季', forceMajeure: false, occurredOn: '2022-09-02' });
    const later = milestones.map((each) => ({ ...each, plannedOn: '2022-09-30' }));
    const revision = { milestones: later, reason: '雨季', approver: 'account-7', occurredOn: '2022-09-02' };
    await city(`projects/${project}/plan/revisions`, revision);
    await administer('plan-thresholds', { yellowDays: 20, redDays: 5, occurredOn: '2022-09-01' });
    const grant = { number: 'SG-1', occurredOn: '2022-05-30' };
    await city(`approvals/${approval}/owed-papers`, { occurredOn: '2022-05-25' });
    await send('department', 'zhujian', `approvals/${approval}/grant`, grant);
    await city(`leads/${rival}/qualification`, { occurredOn: '2022-03-20' });
    await city(`leads/${lead}/first-contact/reopening`, { reason: '复核', occurredOn: '2022-09-01' });
    const { eventId } = (await answerTo(`investors/${investor}`)) as Answer & { eventId: string };
    const truth = { enterprise: '丙公司', correctsEventId: eventId, reason: '代码误填', occurredOn: '2022-09-01' };
    await send('supervisor', 'city', `investors/${investor}/correction`, truth);
    await administer('lead-quotas/monthly/end', { from: '2022-02', reason: '改为季度任务' });
    await city(`reserve/${entry}/revival`, { reason: '已落实资金', occurredOn: '2022-08-01' });
    const outing = {
      unit: 'luan-01',
      kind: 'outing',
      leaderDuty: '县长',
      place: '上海市',
      from: '2022-03-02',
      to: '2022-03-05',
    };
    await send('supervisor', 'city', `visits/${visit}/void`, { finding: '并无此行', occurredOn: '2022-09-01' });
    await send('reporter', 'luan-01', 'visits', { ...outing, inPerson: ['supervise'], projects: [project] });
    await city(`stewardships/${stewardship}/detachment`, { account: 'account-7', occurredOn: '2022-09-01' });
    const mistake = { reason: '误登', occurredOn: '2022-09-01' };
    await send('supervisor', 'city', `batches/${held}/holding/void`, mistake);
    await city('batches', { ...batch, name: '第二次集中开工' });
    const revised = { ...target, amount: '20', reason: '加码', approvedBy: 'account-1', occurredOn: '2022-09-01' };
    await city('targets/revisions', revised);
    await city('campaigns', { ...campaign, name: '冬季攻势' });
    await administer('schemes', { scheme: scheme({ code: 'other' }) });
    const certified = { input: 'tidy', subject: 'luan-01', value: '1', occurredOn: '2022-09-30' };
    await send('department', 'bureau', 'assessments/example/inputs', { inputs: [certified] });
  }

  it('is answered again, whatever has been recorded since, on every route', async () => {
    const again = new Map<string, Answer>();
    for (const [route, path] of questions()) again.set(route, await answerTo(path, before.get(route)?.asOf.seq));
    expect(again).toEqual(before);
  });

  it('is not what is known now, on any route', async () => {
    for (const [route, path] of questions()) {
      const { asOf, ...now } = await answerTo(path);
      const { asOf: known, ...then } = before.get(route)!;
      expect(Number(asOf.seq)).toBeGreaterThan(Number(known.seq));
      expect({ route, ...now }).not.toEqual({ route, ...then });
    }
  });

  it('says on every route that it is incomplete, where an event up to then can’t be applied', async () => {
    await ledger.parkFirst();
    for (const [route, path] of questions()) {
      const incomplete = { parked: expect.any(Number) };
      expect({ route, ...(await answerTo(path)) }).toMatchObject({ route, asOf: { incomplete } });
      const { seq } = before.get(route)!.asOf;
      expect({ route, ...(await answerTo(path, seq)) }).toMatchObject({ route, asOf: { seq, incomplete } });
    }
  });

  it('can be asked on every route that doesn’t say why not', async () => {
    const { body } = await ledger.request.get('/v1/openapi.json').expect(200);
    const { paths } = body as { paths: Record<string, { get?: Operation }> };
    const routes = Object.entries(paths).flatMap(([route, { get }]) => (get ? [[route, get] as const] : []));
    expect(routes.map(([route]) => route).sort()).toEqual(
      [...Object.keys(QUESTIONS), ...Object.keys(OF_THE_PRESENT)].sort(),
    );
    for (const [route, { parameters = [] }] of routes) {
      const takesAsOf = parameters.some(({ name }) => name === 'asOf');
      expect({ route, takesAsOf }).toEqual({ route, takesAsOf: route in QUESTIONS });
    }
  });
});
