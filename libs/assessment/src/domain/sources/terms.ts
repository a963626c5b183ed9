import { type Day } from '#libs/values';

/** A decimal number as text: an optional minus sign, at most 12 digits, at most 6 places. */
export type Amount = string;

/** Decimal text, or the word `none`: that there is no bound is said, never left out. */
export type Bound = string;

/** One value for all, or one for each of the scheme's groups that it is for. */
export type ByGroup<T> = T | { readonly groups: Readonly<Record<string, T>> };

/** Which of two numbers comes first. */
export type Better = 'higher' | 'lower';

/** On which side of a knot a number that equals it lies (含, 不含). */
export type KnotValue = 'above' | 'below';

/** Days of its own, or the scheme's period so many years away: `-1` is the year before (基期). */
export type SourcePeriod = { readonly from: Day; readonly to: Day } | { readonly years: number };

/**
 * `whole`: an item counts in full for every subject that lists it. `share`: by the subject's share, exactly. With places,
 * shares are cut to them so that together they make up the whole (最大余额法); of equal remainders the first or the last
 * subject in the order of codes is served before the others.
 */
export type SplitRule = 'whole' | 'share' | { readonly places: number; readonly ties: 'first' | 'last' };

/** When nothing was certified or entered: no scores until it is, zero, or the indicator doesn't apply. */
export type MissingRule = 'refuse' | 'zero' | 'not-applicable';

/**
 * What a zero denominator or target leads to: a score (nothing, the full points, stated points), a value to go on with, or
 * that the indicator doesn't apply.
 */
export type ZeroRule = 'zero' | 'full' | 'not-applicable' | { readonly points: Amount } | { readonly value: Amount };

/** Months ÷ 12, days ÷ the days of the year, or stated shares: what is due by the end of each of the twelve months. */
export type Schedule = 'months' | 'days' | { readonly monthly: readonly Amount[] };
