import { type MetricBounds } from './plain-source.js';
import { type Amount, type KnotValue, type MissingRule, type SplitRule, type ZeroRule } from './terms.js';

/* Sources with other sources inside (`S`), or with conditions (`C`). */

/** `of` raised to the exponent `to`: 0.5 is the square root, 2 the square, -1 the reciprocal. */
export interface Power<S> {
  readonly kind: 'power';
  readonly of: S;
  readonly to: Amount | S;
  /** For a root of a negative number, zero divided by, or a result beyond twelve digits before or after the point. */
  readonly whenUndefined: ZeroRule;
}

/** The natural logarithm, or that to the base of ten. */
export interface Logarithm<S> {
  readonly kind: 'logarithm';
  readonly of: S;
  readonly base: 'e' | '10';
  /** For a number that isn't above zero. */
  readonly whenUndefined: ZeroRule;
}

/** e raised to `of`. */
export interface Exponential<S> {
  readonly kind: 'exponential';
  readonly of: S;
  /** For a result beyond twelve digits before or after the point. */
  readonly whenUndefined: ZeroRule;
}

/** A number looked up in a table: by steps, or straight from one knot to the next (系数表, 分档). */
export interface Lookup<S> {
  readonly kind: 'lookup';
  readonly of: S;
  readonly knots: readonly { readonly at: Amount | S; readonly value: Amount }[];
  readonly between: 'steps' | 'linear';
  readonly below: Amount;
  /** A number that equals a knot is past it, unless this says `below`. */
  readonly equal?: KnotValue;
}

/** The first case whose condition holds says which number is taken. */
export interface ChooseSource<S, C> {
  readonly kind: 'choose';
  readonly cases: readonly { readonly when: C; readonly of: S }[];
  readonly otherwise: S;
}

/** How many of the conditions hold (达标项数). */
export interface Met<C> {
  readonly kind: 'met';
  readonly of: readonly C[];
}

/** The first of several that has a number. */
export interface FirstFound<S> {
  readonly kind: 'first-found';
  readonly of: readonly S[];
}

/** Whom a number is compared with: each group by itself, or all of them. What the scheme says when absent. */
interface Compared {
  readonly compared?: 'apart' | 'together';
}

/**
 * The subject's place among those it is compared with, 1 for the best. Counted from the first or from the last, as a number
 * or as a share of all. Equal numbers share the first of their places or, where `tied` says so, the last or the mean of them.
 */
export interface Place<S> extends Compared {
  readonly kind: 'place';
  readonly of: S;
  readonly better: 'higher' | 'lower';
  readonly from: 'first' | 'last';
  readonly as: 'number' | 'share';
  readonly tied?: Tied;
}

/** Which of the places that equals take up is theirs. */
export type Tied = 'first' | 'mean' | 'last';

/**
 * A figure of all the subjects that are compared, or of what is left of them: without so many of the highest and lowest,
 * then only so many of the highest or of the lowest.
 */
export interface Among<S> extends Compared {
  readonly kind: 'among';
  readonly of: S;
  readonly take: AmongTake;
  readonly dropHighest?: number;
  readonly dropLowest?: number;
  readonly only?: { readonly highest: number } | { readonly lowest: number };
}

/**
 * `deviation` is the standard deviation over all (÷n), `sample-deviation` that of a sample (÷(n−1)), `count` how many have a
 * number; a quantile lies on the straight line between the two numbers next to it.
 */
export type AmongTake =
  | 'mean'
  | 'median'
  | 'sum'
  | 'highest'
  | 'lowest'
  | 'count'
  | 'deviation'
  | 'sample-deviation'
  | { readonly quantile: Amount };

/**
 * What becomes of a list. Items that are not recognised are left out with the reason; the others have a value each, one
 * (`of` absent: 个数) or what `of` says, and `combine` makes one number of them. An item of several subjects may bear the
 * subject's share in it.
 */
interface Listing<S, C> {
  /** Items for which this doesn't hold are no matter of this indicator. */
  readonly where?: C;
  /** Items that would count but are not recognised (不予认定), each for a reason. */
  readonly exclude?: readonly { readonly when: C; readonly reason: string }[];
  readonly of?: S;
  readonly split: SplitRule;
  readonly combine: 'sum' | 'mean' | 'highest' | 'lowest' | { readonly best: number };
}

/** A list that the unit `by` certifies for each subject, such as its projects. */
export interface Items<S, C> extends Listing<S, C> {
  readonly kind: 'items';
  readonly input: string;
  readonly by: string;
  readonly missing: MissingRule;
}

/**
 * The entries of a metric in the ledger: project by project, each with its `quantity`, `investment` and `fixed-assets` (万元,
 * whole) and its chain for a tag; or month by month or quarter by quarter of the period, each with its `quantity`, if only 0.
 */
export interface Entries<S, C> extends Listing<S, C>, MetricBounds {
  readonly kind: 'entries';
  readonly each: 'project' | 'month' | 'quarter';
}

/** The item at hand is among those that count in another list, of the same subject (经认定的项目). */
export interface ListedCondition<S, C> {
  readonly kind: 'listed';
  readonly in: Items<S, C> | Entries<S, C>;
}
