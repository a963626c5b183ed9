import { Decimal } from '#libs/values';
import { dueShare } from '../../domain/schedule.js';
import { type TargetRow } from '../../projections/target-register/target.entity.js';

/** What a target asks for by a day, and what there is. Amounts in the metric's unit; rates in %, to two places. */
export interface TargetProgress {
  /** Due by the day under the schedule. */
  readonly due: string;
  /** Completed by the day; absent for a metric that no posting counts, and for a rate that has nothing to divide by. */
  readonly completed?: string;
  /** Completed ÷ the year's target (完成率); absent where the target is 0. */
  readonly completionRate?: string;
  /** The part of the year's target that is due (时序). */
  readonly dueRate: string;
  /** Completed less due, negative when behind (与时序差). */
  readonly gap?: string;
}

const PLACES = 6;
const percent = (value: Decimal): string => value.times(100).toFixed(2, Decimal.ROUND_HALF_UP);

/** Measures a target on a day. */
export function progressOf(
  { amount, schedule, year }: Pick<TargetRow, 'amount' | 'schedule' | 'year'>,
  on: string,
  completed: Decimal | undefined,
): TargetProgress {
  const { numerator, denominator } = dueShare(schedule, year, on);
  const due = new Decimal(amount).times(numerator).div(denominator);
  const dueRate = percent(numerator.div(denominator));
  const plain = (value: Decimal): string => value.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed();
  if (completed === undefined) return { due: plain(due), dueRate };
  return {
    due: plain(due),
    completed: plain(completed),
    ...(new Decimal(amount).gt(0) && { completionRate: percent(completed.div(amount)) }),
    dueRate,
    gap: plain(completed.minus(due)),
  };
}
