import { Decimal as Standard } from '#libs/values';

/** Forty digits: a chain of divisions keeps far more places than any scheme rounds to. */
export const Decimal = Standard.clone({ precision: 40, rounding: Standard.ROUND_HALF_UP });
export type Decimal = Standard;

const EXACT_PLACES = 20;

/**
 * The value for decisions: compared, rounded, found whole. 1 ÷ 9 × 89.955 is 9.995 exactly, but a division without an end
 * leaves it a hair below, and half up would go down. Cutting the last of the forty digits brings it back.
 */
export const snap = (value: Decimal): Decimal => value.toDecimalPlaces(EXACT_PLACES);

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`, whichever divisions led to them. */
export function compare(a: Decimal, b: Decimal): number {
  const difference = snap(a.minus(b));
  return difference.isZero() ? 0 : difference.isNegative() ? -1 : 1;
}

/** How a figure is cut to its printed places. Halves go away from zero (四舍五入); `truncate` drops the rest. */
export interface RoundingRule {
  readonly places: number;
  readonly mode: 'half-up' | 'truncate';
}

const MODES = { 'half-up': Standard.ROUND_HALF_UP, truncate: Standard.ROUND_DOWN } as const;

export const round = (value: Decimal, rule: RoundingRule): Decimal =>
  snap(value).toDecimalPlaces(rule.places, MODES[rule.mode]);

/** Places that a figure without an end is written to inside a formula. */
const SHOWN_PLACES = 8;

/** A number for people: no exponent, no trailing zeros, at most eight places. */
export const show = (value: Decimal): string => snap(value).toDecimalPlaces(SHOWN_PLACES).toFixed();

/** `=` when `show` tells the whole number, `≈` when it had to cut it. */
export const equalsSign = (value: Decimal): '=' | '≈' =>
  snap(value).toDecimalPlaces(SHOWN_PLACES).equals(snap(value)) ? '=' : '≈';
