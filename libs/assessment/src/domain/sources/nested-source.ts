import { type Amount, type KnotValue, type ZeroRule } from './terms.js';

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
  readonly knots: readonly { readonly at: Amount; readonly value: Amount }[];
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
