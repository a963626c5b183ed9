import { type Day, dayOf } from '#libs/values';

/** A look at the directory: what held on a business day (today by the calendar when absent), as known by a seq. */
export interface Moment {
  readonly on?: Day;
  readonly asOf?: bigint;
}

/** The values of `HELD`, `$1` and `$2`. */
export const momentValues = ({ on = dayOf(new Date()), asOf }: Moment): unknown[] => [on, asOf];

/** The condition that a row of the directory held on the day `$1` as known by the seq `$2`. */
export const HELD = '(from_day <= $1 and ($2::bigint is null or seq <= $2))';
