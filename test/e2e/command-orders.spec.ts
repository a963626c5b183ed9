import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role } from '#libs/access';
import { creditCodeFault } from '#libs/values';
import { commandRoutes, sampleOf } from '../support/command-routes.js';
import { CORRECTIONS, TOO_EARLY, TOO_LATE } from '../support/order-of-commands.js';
import { type TestLedger, startTestLedger } from '../support/ledger.js';

type Thing = 'projects' | 'leads' | 'reserve' | 'batches' | 'visits' | 'stewardships' | 'approvals';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const DAY = '2022-09-01';
const UNIT = 'luan-01';

/** Whoever may give some command on a thing of `UNIT`. */
const OWNERS: readonly (readonly [Role, string])[] = [
  ['reporter', UNIT],
  ['supervisor', 'city'],
  ['department', 'zhujian'],
];

/** `leads/drop` for `/v1/leads/{id}/drop`. */
const short = (path: string) => path.replace('/v1/', '').replace('/{id}', '');
const thingOf = (path: string) => short(path).split('/')[0] as Thing;
/** The `n`th of many sound credit codes. */
const creditCode = (n: number): string => {
  const start = `91350100M${String(n).padStart(8, '0')}`;
  return start + Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY').find((end) => !creditCodeFault(start + end));
};
const BODIES = new Map(commandRoutes().map(({ path, body }) => [path, body]));
/** All that is done to a thing that one unit answers for. */
const ROUTES = [...BODIES.keys()].filter((path) => path.includes('/{id}/') && !path.includes('campaigns'));
const OF_APPLICANTS = ['supplements', 'owed-papers', 'withdrawal'].map((step) => `approvals/${step}`);
const OF_DEPARTMENTS = ROUTES.filter((path) => thingOf(path) === 'approvals' && !OF_APPLICANTS.includes(short(path)));
/** Takes back what ended a thing. */
const BACK = ['leads/voids', 'reserve/voids', 'approvals/voids', 'batches/holding/void'];

describe('a command out of order', () => {
  let ledger: TestLedger;
  let key = 0;
  let earliest: string;
  const fresh = {} as Record<Thing, string>;
  const over = {} as Record<Thing, string>;

  /** What a route's own body needs to be about something that there is. */
  const said = (path: string): object => {
    const shares = [{ unit: UNIT, share: '1' }];
    const due = { due: DAY };
    const all: Record<string, object> = {
      'batches/projects': { projects: [fresh.projects] },
      'projects/approvals': { department: 'zhujian', days: 'working', statutoryLimit: 7 },
      'projects/capital': { currency: 'CNY', rate: '1' },
      'projects/credit-shares': { shares },
      'projects/corrections/credit-share': { shares },
      'projects/handoffs': { toUnit: 'luan-02' },
      'projects/corrections/handoff': { toUnit: 'luan-02' },
      'projects/plan': { milestones: [{ code: 'roof', name: '封顶', plannedOn: DAY, order: 1 }] },
      'projects/responsibility': due,
      'stewardships/responsibility': due,
      'stewardships/replacement': { successor: 'account-8' },
      'projects/progress': { month: '2022-08' },
      'projects/years': { year: 2022 },
      'leads/assignment': { person: 'account-7' },
      'leads/merger': { into: earliest },
      'leads/referral': { toUnit: 'luan-02', shares: [{ unit: 'luan-02', share: '1' }] },
      'leads/revisions': { title: '改名' },
    };
    return all[short(path)] ?? {};
  };
  /** `done`, or why not, in which case nothing was written. */
  const send = async (path: string, id: string, role: Role, unit: string): Promise<string> => {
    const sample = sampleOf(BODIES.get(path) ?? {}, false) as Record<string, unknown>;
    const days = Object.fromEntries(['occurredOn', 'from'].filter((name) => name in sample).map((name) => [name, DAY]));
    const authorization = `Bearer ${await ledger.token(role, unit)}`;
    const end = await ledger.logEnd();
    const headers = { authorization, 'idempotency-key': `orders-${(key += 1)}` };
    const answer = await ledger.post(path.replace('{id}', id), { ...sample, ...days, ...said(path) }, role, headers);
    if (answer.status === 201) return 'done';
    expect(await ledger.logEnd()).toBe(end);
    return `${answer.status} ${(answer.body as { code?: string }).code}`;
  };
  const sendAsOwner = async (path: string, id: string): Promise<string> => {
    let last = '';
    for (const [role, unit] of OWNERS) {
      last = await send(path, id, role, unit);
      if (!last.startsWith('403')) return last;
    }
    return last;
  };
  /** The answers, each with the routes that gave it. */
  const answersOf = async (routes: readonly string[], act: (path: string) => Promise<string>) => {
    const answers: Record<string, string[]> = {};
    for (const path of routes) (answers[await act(path)] ??= []).push(short(path));
    return answers;
  };
  const make = async (path: string, body: object, role: Role = 'reporter', unit = 'luan-01') => {
    const authorization = `Bearer ${await ledger.token(role, unit)}`;
    return ((await ledger.post(`/v1/${path}`, body, role, { authorization }).expect(201)).body as { id: string }).id;
  };
  const at = (occurredOn: string) => ({ occurredOn });

  let enterprises = 0;
  const onDay = at('2022-01-05');
  const makeThing: Record<Thing, (day?: object) => Promise<string>> = {
    projects: () => make('projects', { name: '项目', unit: UNIT, ...onDay }),
    leads: (day = onDay) => {
      const lead = { title: '线索', unit: UNIT, enterprise: '企业', expectedInvestment: '1', channel: 'exhibition' };
      return make('leads', { ...lead, ...day });
    },
    reserve: () => {
      const idea = { name: '储备', unit: UNIT, idea: '补链', funding: 'fiscal', plannedInvestment: '1' };
      return make('reserve', { ...idea, ...onDay });
    },
    batches: () => make('batches', { kind: 'start', name: '集中开工', unit: UNIT, heldOn: '2022-02-01', ...onDay }),
    visits: () => make('visits', { unit: UNIT, kind: 'outing', place: '上海', from: '2022-01-05', to: '2022-01-05' }),
    stewardships: () => {
      const leader = { unit: UNIT, account: 'account-7', duty: '包保领导', purpose: 'guarantee', ...onDay };
      return make('stewardships', { kind: 'enterprise', code: creditCode((enterprises += 1)), ...leader });
    },
    approvals: async () => {
      const request = { kind: 'eia', department: 'zhujian', days: 'working', statutoryLimit: 7, ...onDay };
      return make(`projects/${await makeThing.projects()}/approvals`, request);
    },
  };
  const makeThings = async (into: Record<Thing, string>) => {
    for (const thing of Object.keys(makeThing) as Thing[]) into[thing] = await makeThing[thing]();
  };

  beforeAll(async () => {
    ledger = await startTestLedger();
    for (const code of ['luan-01', 'luan-02', 'zhujian', 'city']) await ledger.unit(code, code);
    earliest = await makeThing.leads(at('2022-01-04'));
    await makeThings(fresh);
    await makeThings(over);
    const finding = { finding: '虚构', ...at('2022-02-01') };
    await make(`approvals/${over.approvals}/withdrawal`, { reason: '撤回', ...at('2022-02-01') });
    await make(`leads/${over.leads}/void`, finding, 'supervisor', 'city');
    await make(`reserve/${over.reserve}/drop`, { reason: '放弃', ...at('2022-02-01') });
    await make(`batches/${over.batches}/projects`, { projects: [over.projects], ...at('2022-01-06') });
    await make(`batches/${over.batches}/holding`, at('2022-02-01'));
    await make(`visits/${over.visits}/void`, finding, 'supervisor', 'city');
    const steward = await ledger.get(`/v1/stewardships/${over.stewardships}`).expect(200);
    const [{ eventId }] = (steward.body as { attachments: [{ eventId: string }] }).attachments;
    await make(`stewardships/${over.stewardships}/voids`, { eventId, ...finding }, 'supervisor', 'city');
    const fraud = { kind: 'project', approver: 'account-1', ...finding };
    await make(`projects/${over.projects}/fraud-findings`, fraud, 'supervisor', 'city');
  });
  afterAll(() => ledger.stop());

  it('is refused for what there isn’t', async () => {
    const answers = await answersOf(ROUTES, (path) => sendAsOwner(path, NOBODY));
    const things = ['APPROVAL', 'BATCH', 'LEAD', 'PROJECT', 'RESERVE', 'STEWARDSHIP', 'VISIT'];
    expect(Object.keys(answers).sort()).toEqual(things.map((thing) => `404 ${thing}.UNKNOWN`));
  });

  it('is refused to a unit that doesn’t answer for the thing', async () => {
    const answers = await answersOf(ROUTES, (path) => send(path, fresh[thingOf(path)], 'reporter', 'luan-02'));
    expect(Object.keys(answers).sort()).toEqual(['403 ACCESS.ROLE_FORBIDDEN', '403 ACCESS.UNIT_FORBIDDEN']);
    expect(answers['403 ACCESS.UNIT_FORBIDDEN']).toEqual(expect.arrayContaining(CORRECTIONS));
  });

  it('is refused to a department that the approval doesn’t lie with', async () => {
    const answers = await answersOf(OF_DEPARTMENTS, (path) => send(path, fresh.approvals, 'department', 'city'));
    expect(answers).toEqual({ '403 ACCESS.UNIT_FORBIDDEN': OF_DEPARTMENTS.map(short) });
  });

  it('is refused of what is over', async () => {
    const routes = ROUTES.filter((path) => !BACK.includes(short(path)));
    expect(await answersOf(routes, (path) => sendAsOwner(path, over[thingOf(path)]))).toEqual(TOO_LATE);
  });

  it('is refused of what has only begun', async () => {
    const answers = await answersOf(ROUTES, async (path) => {
      return sendAsOwner(path, await makeThing[thingOf(path)]());
    });
    const { done = [], ...refused } = answers;
    expect(done.length).toBeGreaterThan(30);
    expect(refused).toEqual(TOO_EARLY);
  });
});
