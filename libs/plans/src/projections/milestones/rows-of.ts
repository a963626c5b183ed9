import { type Milestone, type Project, type Terms, localUnitOf, termsOf } from '#libs/projects';
import { type Versioned, overdueSpan } from '#libs/read-models';
import { type Day, earliest } from '#libs/values';
import { DERIVED_MILESTONES, type DerivedMilestone } from '../../domain/plan.events.js';
import { type Reached } from '../../domain/plan.state.js';
import { type AnnualPlanRow, type MilestoneRow, type SubjectRow } from './milestone.entities.js';

type MilestoneContent = Omit<MilestoneRow, keyof Versioned>;
type AnnualContent = Omit<AnnualPlanRow, keyof Versioned>;

/** Every milestone of the project's own is one that a plan derives. */
const NAMES: Readonly<Record<Milestone | DerivedMilestone, string>> = {
  contract: '签约',
  registration: '企业注册',
  land: '拿地',
  permit: '施工许可',
  start: '开工',
  completion: '竣工',
  acceptance: '竣工验收',
  handover: '资产移交',
  production: '投产',
  output: '达产',
};

/** What the contract promises a day for. */
const PROMISES = {
  registration: 'registerBy',
  start: 'startBy',
  completion: 'completeBy',
  production: 'produceBy',
} as const satisfies Partial<Record<DerivedMilestone, keyof Terms>>;

/** Every milestone of a project that is planned, promised or reached; none before the project is opened. */
export function milestonesOf({ project, state, plan, permits }: SubjectRow): MilestoneContent[] {
  if (!state) return [];
  const reached = new Map([...Object.entries(plan.reached), ...derived(state, permits)]);
  const planned = new Map(plan.milestones.map((milestone) => [milestone.code, milestone]));
  const baseline = new Map(plan.baseline.map(({ code, plannedOn }) => [code, plannedOn]));
  const promised = promises(state);
  return [...new Set([...planned.keys(), ...promised.keys(), ...reached.keys()])].map((code) => {
    const node = planned.get(code);
    const fact = reached.get(code);
    const plannedOn = node?.plannedOn ?? null;
    const contractBy = promised.get(code) ?? null;
    const closedOn = earliest(fact?.on, state.terminated?.on, state.fake?.on) ?? null;
    return {
      project,
      code,
      unit: state.unit,
      localUnit: localUnitOf(state),
      name: node?.name ?? NAMES[code as DerivedMilestone],
      order: node?.order ?? null,
      weight: node?.weight ?? null,
      baselineOn: baseline.get(code) ?? null,
      plannedOn,
      contractBy,
      reachedOn: fact?.on ?? null,
      reachedEvent: fact?.eventId ?? null,
      grade: fact?.grade ?? null,
      closedOn,
      contractOverdue: overdueSpan(contractBy, closedOn),
      planOverdue: overdueSpan(plannedOn, closedOn),
    };
  });
}

/** The years that a project is planned for; none once it was found that there is no such project. */
export const annualPlansOf = ({ project, state, plan }: SubjectRow): AnnualContent[] =>
  !state || state.fake
    ? []
    : Object.values(plan.years).map(({ year, investment, startMonth, completionMonth, productionMonth }) => ({
        project,
        year,
        unit: state.unit,
        localUnit: localUnitOf(state),
        investment,
        startMonth: startMonth ?? null,
        completionMonth: completionMonth ?? null,
        productionMonth: productionMonth ?? null,
      }));

/** What is reached by what is recorded on the project, and by the first construction permit in force. */
function derived({ reached }: Project, permits: SubjectRow['permits']): [string, Reached][] {
  const permit = Object.values(permits)
    .filter(({ revokedBy }) => revokedBy === undefined)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))[0];
  const facts: Partial<Record<string, Reached>> = { ...reached, permit };
  return DERIVED_MILESTONES.flatMap((code): [string, Reached][] => {
    const fact = facts[code];
    return fact ? [[code, fact]] : [];
  });
}

function promises(project: Project): Map<string, Day> {
  const terms = termsOf(project);
  return new Map(
    Object.entries(PROMISES).flatMap(([code, field]): [string, Day][] => {
      const day = terms?.[field];
      return day === undefined ? [] : [[code, day]];
    }),
  );
}
