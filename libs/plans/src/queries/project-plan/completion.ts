import { type Day, Decimal } from '#libs/values';
import { type MilestoneRow } from '../../projections/milestones/milestone.entities.js';

/** The weight reached by `on` of all weight planned, in per cent with one place; `undefined` when nothing weighs. */
export function completionOn(rows: readonly MilestoneRow[], on: Day): string | undefined {
  const sum = (some: readonly MilestoneRow[]) => some.reduce((total, { weight }) => total + (weight ?? 0), 0);
  const all = sum(rows);
  if (all === 0) return undefined;
  const reached = sum(rows.filter(({ reachedOn }) => reachedOn !== null && reachedOn <= on));
  return new Decimal(reached).times(100).dividedBy(all).toFixed(1, Decimal.ROUND_HALF_UP);
}
