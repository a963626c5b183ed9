import { type Milestone, MILESTONES } from '../project.events.js';
import { type Fact, type Project, leadersOf } from '../project.state.js';
import { NAMES, restsOn, worksWithin } from './order.js';

/** A fact that can be found untrue. */
export interface StandingFact extends Fact {
  readonly name: string;
  readonly milestone?: Milestone;
  readonly restsOn?: Milestone;
  /** Has no life of its own: falls with the contract. */
  readonly ofContract?: boolean;
  /** Counts for nothing by itself, so that no finding of fraud is about it. */
  readonly aside?: true;
  /** What was recorded since and could not be so without it. */
  readonly neededBy?: string;
}

/** All facts of a project that stand and count, each with the milestone that must stand for it. */
export function standingFacts(project: Project): StandingFact[] {
  const { reached, amendments, terminated, capital, progress, outputs, fake } = project;
  const contractual = { restsOn: 'contract', ofContract: true } as const;
  return [
    ...MILESTONES.flatMap((milestone): StandingFact[] => {
      const { eventId, on } = reached[milestone] ?? {};
      if (eventId === undefined || on === undefined) return [];
      return [{ eventId, on, name: NAMES[milestone], milestone, restsOn: restsOn(project, milestone) }];
    }),
    ...amendments.map(({ eventId, on }): StandingFact => ({ eventId, on, name: '合同变更', ...contractual })),
    ...(terminated ? [{ ...terminated, name: '合同终止', ...contractual }] : []),
    ...capital.map(({ eventId, on }): StandingFact => ({ eventId, on, name: '资金到位', restsOn: 'contract' })),
    ...progress.map(({ eventId, on, month, physicalPercent }): StandingFact => {
      const fact = { eventId, on, name: `${month} 进度` };
      return physicalPercent ? { ...fact, restsOn: 'start' } : fact;
    }),
    ...outputs.map(({ eventId, on, year }): StandingFact => {
      return { eventId, on, name: `${year} 年产出`, restsOn: reached.production ? 'production' : 'output' };
    }),
    ...(fake ? [{ ...fake, name: '虚假项目认定' }] : []),
  ];
}

/** What stands besides: how the project is negotiated, proved, held up and looked after, and who is credited. */
export function factsAside(project: Project): StandingFact[] {
  const aside =
    (name: string) =>
    (fact: Fact | { eventId: string; from: Fact['on'] }): StandingFact => {
      const on = 'on' in fact ? fact.on : fact.from;
      return { eventId: fact.eventId, on, name, aside: true };
    };
  const opening = project.tenures[0]?.eventId;
  return [
    ...project.negotiations.map(aside('洽谈')),
    ...project.intents.map(aside('意向书')),
    ...project.keyLevels.map(aside('重点项目')),
    ...Object.values(project.reached).flatMap(({ eventId, papers, inspections }) => [
      ...papers.filter((paper) => paper.eventId !== eventId).map(aside('补充证据')),
      ...inspections.map(aside('现场核实')),
    ]),
    ...stopsOf(project),
    ...project.tenures.slice(1).map(aside('责任单位移交')),
    ...project.divisions.filter(({ eventId }) => eventId !== opening).map(aside('利益分享')),
    ...project.groups.map(aside('归口专班')),
    ...tasksOf(project),
    ...project.leaders.map(aside('领导挂钩')),
    ...detachmentsOf(project),
  ];
}

/** Stops, and their ends: works that were recorded after an end, or another stop, can't be without it. */
const stopsOf = (project: Project): StandingFact[] =>
  project.stops.flatMap(({ eventId, on, until, endedBy }, index) => {
    const works = worksWithin(project, on, undefined);
    const neededBy = project.stops[index + 1] ? '停工' : works && NAMES[works];
    const stop = { eventId, on, name: '停工', aside: true } as const;
    return until === undefined || endedBy === undefined
      ? [stop]
      : [stop, { eventId: endedBy, on: until, name: '复工', aside: true, neededBy } as const];
  });

/** 六定, and that they are done: they can't have been done without them. */
const tasksOf = ({ responsibilities }: Project): StandingFact[] =>
  responsibilities.flatMap(({ eventId, on, done }): StandingFact[] => {
    const task = { eventId, on, name: '六定落实', aside: true } as const;
    return done
      ? [
          { ...task, neededBy: '六定办结' },
          { ...done, name: '六定办结', aside: true },
        ]
      : [task];
  });

/** A leader who is in charge again can't be so twice. */
const detachmentsOf = (project: Project): StandingFact[] =>
  project.leaders.flatMap(({ account, detached }) =>
    detached
      ? [
          {
            ...detached,
            name: '解除挂钩',
            aside: true,
            neededBy: leadersOf(project).some((leader) => leader.account === account) ? '领导挂钩' : undefined,
          } as const,
        ]
      : [],
  );

/** The facts that rest on one of these, directly or through others, in the order of life. */
export function restingOn(facts: readonly StandingFact[], named: readonly StandingFact[]): StandingFact[] {
  const fallen = new Set(named);
  for (const fact of facts)
    if ([...fallen].some(({ milestone }) => milestone !== undefined && milestone === fact.restsOn)) fallen.add(fact);
  return [...fallen].filter((fact) => !named.includes(fact));
}
