import { type DomainEvent, type Recorded, type Stepwise, stepwise } from '#libs/eventsourcing';
import { type PlanEvent, type PlanStep } from '#libs/plans';
import { type Project, type ProjectEvent, evolveProject } from '#libs/projects';
import { type Day, lastDayOf } from '#libs/values';
import { amountCount } from './count.js';
import { type Part, wholePart } from './part.js';

/** A start for which a year's plan names a month: it counts on the month's last day. */
export interface PlannedStart {
  readonly year: number;
  readonly on: Day;
  readonly eventId: string;
}

/** The starts that annual plans name; a plan that was set by mistake can be taken back. */
interface Planned extends Stepwise {
  readonly starts: readonly PlannedStart[];
}
const NOTHING_PLANNED: Planned = { starts: [], steps: [] };

/** A project as the ledger follows it: its own facts, and the starts that its annual plans name. */
export interface Account extends Project {
  readonly planned?: Planned;
}

/** A plan set anew replaces that of its year. */
const evolvePlanned = stepwise(
  (planned: Planned = NOTHING_PLANNED, event: Recorded<PlanStep>): Planned => {
    if (event.type !== 'AnnualPlanSet') return planned;
    const { year, startMonth } = event.data;
    const others = planned.starts.filter((start) => start.year !== year);
    const start = startMonth === undefined ? [] : [{ year, on: lastDayOf(startMonth), eventId: event.id }];
    return { ...planned, starts: [...others, ...start] };
  },
  { voided: 'PlanStepVoided', begins: [] },
);

/** A project after an event of its own or of its plan; the one kind says nothing to the other's rules. */
export const evolveAccount = (account: Account | undefined, event: Recorded<DomainEvent>): Account | undefined =>
  afterPlan(evolveProject(account, event as Recorded<ProjectEvent>), event as Recorded<PlanEvent>);

function afterPlan(account: Account | undefined, event: Recorded<PlanEvent>): Account | undefined {
  if (!account) return account;
  const before = account.planned ?? NOTHING_PLANNED;
  const planned = evolvePlanned(before, event);
  return planned === before ? account : { ...account, planned };
}

/** What never was a project was never planned to start. */
export const plannedStartParts: readonly Part[] = [
  wholePart([({ planned }: Account) => planned?.starts, ({ fake }) => fake], ({ planned, fake }: Account) =>
    fake ? [] : (planned?.starts ?? []).flatMap((start) => amountCount('planned-starts', start, 1)),
  ),
];
