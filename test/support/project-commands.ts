import fc from 'fast-check';
import { Refusal } from '#libs/eventsourcing';
import {
  type Milestone,
  MILESTONES,
  type Project,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectState,
  projectDecider,
} from '#libs/projects';
import { EVIDENCE_KINDS } from '#libs/values';

/** The business day of every command. */
export const LAST_DAY = '2024-03-31';

const UNITS = ['d1', 'd2', 'd3'];
const anyOf = fc.constantFrom;
const day = fc
  .tuple(
    anyOf('2022', '2022', '2022', '2023', '2023', '2023', '2023', '2024'),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => [year, month, date].map((part) => String(part).padStart(2, '0')).join('-'));
const money = anyOf('0', '1', '10.5', '100', '333.333333', '1000');
const unit = anyOf(...UNITS);
const account = anyOf('account-1', 'account-2');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const evidence = fc.array(
  anyOf(...EVIDENCE_KINDS).map((kind) => ({ kind, sha256: 'a'.repeat(64) })),
  { maxLength: 2 },
);
const claim = { occurredOn: day, evidence: maybe(evidence) };
const sharing = anyOf(['1'], ['0.5', '0.5'], ['0.3', '0.7'], ['0.2', '0.3', '0.5']);
const shares = sharing.map((parts) => parts.map((share, index) => ({ unit: UNITS[index] as string, share })));

/** Promises that mostly can be made, whatever the day of signing. */
const promise = maybe(
  fc.oneof({ arbitrary: anyOf('2023-11-15', '2023-12-31', '2024-06-30'), weight: 3 }, { arbitrary: day, weight: 1 }),
);
const terms = {
  totalInvestment: anyOf('1000', '2000', '5000'),
  fixedAssetInvestment: anyOf('0', '500', '800', '1000', '3000'),
  registerBy: promise,
  startBy: maybe(day),
  completeBy: promise,
  produceBy: promise,
  outputPerYear: maybe(anyOf('1', '100')),
  capitalSchedule: maybe(
    fc
      .uniqueArray(fc.record({ by: day, amount: anyOf('1', '100', '250.5') }), {
        maxLength: 3,
        selector: ({ by }) => by,
      })
      .map((schedule) => schedule.toSorted((a, b) => (a.by < b.by ? -1 : 1))),
  ),
};

const MILESTONE_TERMS: Record<Milestone, object> = {
  contract: { ...claim, ...terms },
  registration: { ...claim, enterprise: fc.constant('企业'), creditCode: maybe(fc.constant('91350200x')) },
  land: { ...claim, parcel: fc.constant('地块'), mu: money },
  start: claim,
  completion: claim,
  acceptance: claim,
  handover: claim,
  production: claim,
  output: { ...claim, outputPerYear: money },
};
const FIGURE_TERMS = {
  progress: {
    month: day.map((on) => on.slice(0, 7)),
    investment: money,
    physicalPercent: maybe(fc.integer({ min: 0, max: 100 })),
  },
  capital: {
    ...claim,
    amount: money,
    currency: anyOf('CNY', 'USD'),
    rate: anyOf('1', '7.1'),
    origin: anyOf('domestic', 'foreign'),
  },
  output: {
    year: fc.integer({ min: 2022, max: 2024 }),
    output: money,
    tax: money,
    jobs: fc.nat(50),
    evidence: maybe(evidence),
  },
};

type Part = fc.Arbitrary<unknown>;
const record = (parts: object): Part => fc.record(parts as Record<string, Part>);
const termed = (kind: string, name: string, all: Record<string, object>, more: object = {}): Part[] =>
  Object.entries(all).map(([each, parts]) =>
    record({ kind: fc.constant(kind), [name]: fc.constant(each), terms: record(parts), ...more }),
  );
const plain = (kind: string, facts: object): Part =>
  record({ kind: fc.constant(kind), facts: record({ occurredOn: day, ...facts }) });

/** Which of the ids of the events recorded so far: filled in when the command is given. */
const someEvent = fc.nat().map((nth) => ({ nth }));
const LISTS = { progress: 'progress', capital: 'capital', output: 'outputs' } as const;

const RULES = {
  version: 1,
  from: '2022-01-01',
  classes: [
    { code: 'major', name: '重大', when: [{ minInvestment: '2000' }], reportTo: 'd3' },
    { code: 'listed', name: '上市', when: [{ tiers: ['listed' as const] }], reportTo: 'd1' },
  ],
};

const milestone = anyOf(...MILESTONES);

/** Mostly names the last of its kind. */
const correctFigure = (figure: keyof typeof LISTS): Part =>
  record({
    kind: fc.constant('correct-figure'),
    figure: fc.constant(figure),
    reason: fc.constant('更正'),
    correctsEventId: fc.oneof(fc.constant({ lastOf: LISTS[figure] }), someEvent),
    terms: record(FIGURE_TERMS[figure]),
  });

/** Mostly names the event that stands, and mostly leaves its day. */
function correctMilestone(each: Milestone): Part {
  return record({
    kind: fc.constant('correct-milestone'),
    milestone: fc.constant(each),
    reason: fc.constant('更正'),
    correctsEventId: fc.oneof(fc.constant({ eventOf: each }), fc.constant({ eventOf: each }), someEvent),
    terms: record({ ...MILESTONE_TERMS[each], occurredOn: fc.oneof(fc.constant({ dayOf: each }), day) }),
  });
}
/** Mostly names the last of its list. */
const correctFact = (list: string, kind: string, facts: object): Part =>
  record({
    kind: fc.constant('correct-fact'),
    correctsEventId: fc.oneof(fc.constant({ lastOf: list }), someEvent),
    correctionReason: fc.constant('更正'),
    said: plain(kind, facts),
  });
const finding = { finding: fc.constant('核查'), occurredOn: fc.oneof(fc.constant(LAST_DAY), day) };

const size = { plannedInvestment: maybe(anyOf('1000', '3000')), tiers: maybe(fc.constant(['listed'])) };
const details = { name: anyOf('项目', '工程'), kind: maybe(anyOf('new', 'expansion', 'renovation', 'acquisition')) };

const introducer = anyOf({ creditCode: '91350100m000100y43' }, { projectId: 'p1' }, { creditCode: 'x' }, {});

const change: Part = fc.oneof(
  { arbitrary: fc.oneof(...termed('reach-milestone', 'milestone', MILESTONE_TERMS)), weight: 12 },
  { arbitrary: fc.oneof(...MILESTONES.map(correctMilestone)), weight: 6 },
  { arbitrary: fc.oneof(...termed('report-figure', 'figure', FIGURE_TERMS)), weight: 5 },
  { arbitrary: fc.oneof(...(['progress', 'capital', 'output'] as const).map(correctFigure)), weight: 4 },
  record({ kind: fc.constant('supply-evidence'), milestone, evidence, occurredOn: day }),
  record({ kind: fc.constant('inspect-milestone'), milestone, seen: fc.boolean(), ...finding }),
  record({ kind: fc.constant('void-figure'), milestone: maybe(milestone), eventId: maybe(someEvent), ...finding }),
  record({
    kind: fc.constant('find-fraud'),
    fraud: anyOf('data', 'progress', 'start', 'project'),
    eventIds: maybe(fc.array(someEvent, { maxLength: 2 })),
    approver: account,
    ...finding,
  }),
  plain('change-details', { ...details, ...size, chain: maybe(anyOf('steel', 'food')) }),
  plain('correct-introducer', { introducer: maybe(introducer), reason: fc.constant('漏填') }),
  plain('designate-key-project', { level: anyOf('provincial', 'municipal'), year: anyOf(2022, 2023) }),
  plain('record-negotiation', { note: fc.constant('洽谈') }),
  plain('sign-letter-of-intent', { evidence }),
  plain('amend-contract', { ...terms, reason: fc.constant('调整') }),
  plain('terminate-contract', { reason: fc.constant('放弃'), by: anyOf('investor', 'both') }),
  record({
    kind: fc.constant('suspend-project'),
    facts: record({ cause: fc.constant('停电'), forceMajeure: fc.boolean(), occurredOn: day }),
    resumedOn: maybe(day),
  }),
  plain('resume-project', {}),
  record({
    kind: fc.constant('hand-over'),
    facts: record({ toUnit: unit, phase: anyOf('negotiation', 'construction', 'service'), occurredOn: day }),
  }),
  plain('assign-group', { group: anyOf('g1', 'g2') }),
  plain('fix-responsibility', {
    ...{ matter: fc.constant('事项'), target: fc.constant('目标'), requirement: fc.constant('要求') },
    ...{ leader: account, unit, due: day },
  }),
  plain('finish-responsibility', {
    ...{ taskEventId: fc.oneof(fc.constant({ lastOf: 'responsibilities' }), someEvent), result: fc.constant('办结') },
    evidence: maybe(evidence),
  }),
  correctFact('intents', 'sign-letter-of-intent', { evidence }),
  correctFact('amendments', 'amend-contract', { ...terms, reason: fc.constant('调整') }),
  correctFact('tenures', 'hand-over', { toUnit: unit, phase: anyOf('negotiation', 'construction') }),
  correctFact('divisions', 'share-credit', { shares, from: day, until: maybe(day) }),
  plain('attach-leader', { account, duty: fc.constant('包保') }),
  plain('detach-leader', { account }),
  plain('share-credit', {
    shares: fc.oneof(shares, fc.constant([{ unit: 'd1', share: '0.9' }])),
    from: day,
    until: maybe(day),
    metrics: maybe(fc.subarray(['signed-projects', 'started-projects', 'capital-arrived'], { minLength: 1 })),
  }),
);

/** What to open a project with. */
const opening: Part = record({
  kind: fc.constant('open-project'),
  project: record({
    ...details,
    ...size,
    unit,
    shares: maybe(shares),
    introducer: maybe(anyOf({ creditCode: '91350100m000100y43' }, { projectId: 'p1' })),
    occurredOn: anyOf('2022-01-01', '2022-01-01', '2022-06-15'),
  }),
});

/** A contract signed early on a day that leaves room for what follows. */
const signing: Part = record({
  kind: fc.constant('reach-milestone'),
  milestone: fc.constant('contract'),
  terms: record({
    ...claim,
    ...terms,
    occurredOn: anyOf('2022-01-01', '2022-01-20'),
    startBy: maybe(anyOf('2022-03-31', '2022-09-30')),
  }),
});

/** Milestones as most projects reach them: in order, day after day. */
const backbone = fc
  .tuple(fc.subarray([...MILESTONES], { minLength: 3 }), fc.array(day, { minLength: 9, maxLength: 9 }))
  .chain(([milestones, days]) => {
    const inOrder = days.toSorted();
    return fc.tuple(
      ...milestones.map((each, index) => {
        const terms = record({ ...MILESTONE_TERMS[each], occurredOn: fc.constant(inOrder[index]) });
        const reach = record({ kind: fc.constant('reach-milestone'), milestone: fc.constant(each), terms });
        return fc.tuple(reach, maybe(correctMilestone(each)));
      }),
    );
  });

/** A random life: an opening, and between the milestones whatever comes to mind. */
export const arbitraryLife: fc.Arbitrary<unknown[]> = fc
  .tuple(
    opening,
    maybe(signing),
    backbone,
    fc.array(fc.array(change, { maxLength: 5, size: 'max' }), { minLength: 9, maxLength: 9 }),
  )
  .map(([first, contract, milestones, between]) => [
    first,
    ...(contract === undefined ? [] : [contract]),
    ...between.flatMap((changes, index) =>
      [...(milestones[index] ?? []), ...changes].filter((each) => each !== undefined),
    ),
  ]);

export type RecordedProjectEvent = ProjectEvent & { id: string };

/** Puts what stands in the place of what only points at it: any event's id, a milestone's id or day. */
function pointed(value: unknown, project: ProjectState): unknown {
  if (Array.isArray(value)) return value.map((item) => pointed(item, project));
  if (typeof value !== 'object' || value === null) return value;
  if ('eventOf' in value) return project?.reached[value.eventOf as Milestone]?.eventId ?? 'no-event';
  if ('dayOf' in value) return project?.reached[value.dayOf as Milestone]?.on ?? '2022-06-15';
  if ('lastOf' in value) return project?.[value.lastOf as FactList].at(-1)?.eventId ?? 'none';
  if ('nth' in value) {
    const ids = standingIds(project);
    return ids[(value.nth as number) % Math.max(ids.length, 1)] ?? 'no-event';
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pointed(part, project)]));
}

/** Lives a life: the events that the commands led to, and what they left. @throws whatever isn't a refusal */
export function liveProject(
  life: readonly unknown[],
  idOf: (index: number) => string,
): { events: RecordedProjectEvent[]; project: ProjectState; refused: string[] } {
  const events: RecordedProjectEvent[] = [];
  const refused: string[] = [];
  let project: ProjectState;
  for (const given of life) {
    const command = {
      ...(pointed(given, project) as object),
      today: LAST_DAY,
      rules: RULES,
    } as unknown as ProjectCommand;
    try {
      const decided = projectDecider.decide(command, project);
      for (const event of decided) {
        const recorded = { ...(stored(event) as ProjectEvent), id: idOf(events.length) };
        events.push(recorded);
        project = projectDecider.evolve(project, recorded);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error.code);
    }
  }
  return { events, project, refused };
}

/** As the log keeps it. */
const stored = (event: ProjectEvent): unknown => JSON.parse(JSON.stringify(event));

const LISTED = [
  'negotiations',
  'intents',
  'keyLevels',
  'stops',
  'tenures',
  'groups',
  'responsibilities',
  'leaders',
  'divisions',
] as const;
type FactList = (typeof LISTED)[number] | 'amendments' | 'progress' | 'capital' | 'outputs';

/** The ids of the events of facts that stand, so that corrections and findings often hit one. */
const standingIds = (project: Project | undefined): string[] =>
  project
    ? [
        ...Object.values(project.reached),
        ...[...project.progress, ...project.capital, ...project.outputs, ...project.amendments],
        ...(project.terminated ? [project.terminated] : []),
        ...LISTED.flatMap((list) => project[list] as readonly { eventId: string }[]),
        ...project.stops.flatMap(({ endedBy }) => (endedBy === undefined ? [] : [{ eventId: endedBy }])),
        ...project.leaders.flatMap(({ detached }) => detached ?? []),
        ...Object.values(project.reached).flatMap(({ papers, inspections }) => [...papers, ...inspections]),
      ].map(({ eventId }) => eventId)
    : [];
