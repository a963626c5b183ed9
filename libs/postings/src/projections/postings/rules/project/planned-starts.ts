import { type PlanEvent } from '#libs/plans';
import { type Project } from '#libs/projects';
import { type Recorded } from '#libs/eventsourcing';
import { type Day, lastDayOf } from '#libs/values';
import { amountCount } from './count.js';
import { type Part, wholePart } from './part.js';

/** A start for which a year's plan names a month: it counts on the month's last day. */
export interface PlannedStart {
  readonly year: number;
  readonly on: Day;
  readonly eventId: string;
}

/** A project as the ledger follows it: its own facts, and the starts that its annual plans name. */
export interface Account extends Project {
  readonly plannedStarts?: readonly PlannedStart[];
}

/** A project after an event of its plan: a plan set anew replaces that of its year. */
export function afterPlan(account: Account | undefined, event: Recorded<PlanEvent>): Account | undefined {
  if (!account || event.type !== 'AnnualPlanSet') return account;
  const { year, startMonth } = event.data;
  const others = (account.plannedStarts ?? []).filter((planned) => planned.year !== year);
  const planned = startMonth === undefined ? [] : [{ year, on: lastDayOf(startMonth), eventId: event.id }];
  return { ...account, plannedStarts: [...others, ...planned] };
}

/** What never was a project was never planned to start. */
export const plannedStartParts: readonly Part[] = [
  wholePart(
    [({ plannedStarts }: Account) => plannedStarts, ({ fake }) => fake],
    ({ plannedStarts = [], fake }: Account) =>
      fake ? [] : plannedStarts.flatMap((planned) => amountCount('planned-starts', planned, 1)),
  ),
];
