import { type Milestone, MILESTONES } from '../project.events.js';
import { type Fact, type Project } from '../project.state.js';
import { NAMES, restsOn } from './order.js';

/** A fact that can be found untrue. */
export interface StandingFact extends Fact {
  readonly name: string;
  readonly milestone?: Milestone;
  readonly restsOn?: Milestone;
  /** Has no life of its own: falls with the contract. */
  readonly ofContract?: boolean;
}

/** All facts of a project that stand, each with the milestone that must stand for it. */
export function standingFacts(project: Project): StandingFact[] {
  const { reached, amendments, terminated, capital, progress, outputs, fake } = project;
  const contractual = { restsOn: 'contract', ofContract: true } as const;
  return [
    ...MILESTONES.flatMap((milestone): StandingFact[] => {
      const fact = reached[milestone];
      const { eventId, on } = fact ?? {};
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

/** The facts that rest on one of these, directly or through others, in the order of life. */
export function restingOn(facts: readonly StandingFact[], named: readonly StandingFact[]): StandingFact[] {
  const fallen = new Set(named);
  for (const fact of facts)
    if ([...fallen].some(({ milestone }) => milestone !== undefined && milestone === fact.restsOn)) fallen.add(fact);
  return [...fallen].filter((fact) => !named.includes(fact));
}
