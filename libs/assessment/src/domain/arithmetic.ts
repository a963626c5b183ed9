import { Decimal as Standard } from '#libs/values';

/** Forty digits: a chain of divisions keeps far more places than any scheme rounds to. */
export const Decimal = Standard.clone({ precision: 40, rounding: Standard.ROUND_HALF_UP });
export type Decimal = Standard;

const EXACT_PLACES = 20;

/**
 * The value for decisions: compared, rounded, found whole. 1 ÷ 9 × 89.955 is 9.995 exactly, but a division without an end
 * leaves it a hair below, and half up would go down. Cutting the last of the forty digits brings it back.
 */
export const snap = (value: Decimal): Decimal => cutTo(value, EXACT_PLACES);

/** The value itself where it has no more places: most numbers have few, and a new one for each would cost more than they. */
const cutTo = (value: Decimal, places: number): Decimal =>
  value.decimalPlaces() <= places ? value : value.toDecimalPlaces(places);

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`, whichever divisions led to them. */
export function compare(a: Decimal, b: Decimal): number {
  if (a.decimalPlaces() <= EXACT_PLACES && b.decimalPlaces() <= EXACT_PLACES) return a.comparedTo(b);
  const difference = snap(a.minus(b));
  return difference.isZero() ? 0 : difference.isNegative() ? -1 : 1;
}

/**
 * How a figure is cut to its printed places. `half-up`: halves go away from zero (四舍五入); `half-even`: halves go to the
 * even digit (四舍六入五成双); `truncate` drops the rest (截尾); `up` goes away from zero for any rest (进一法).
 */
export interface RoundingRule {
  readonly places: number;
  readonly mode: 'half-up' | 'half-even' | 'truncate' | 'up';
}

const MODES = {
  'half-up': Standard.ROUND_HALF_UP,
  'half-even': Standard.ROUND_HALF_EVEN,
  truncate: Standard.ROUND_DOWN,
  up: Standard.ROUND_UP,
} as const;

/** The ways of rounding, as a receipt calls them. */
export const ROUNDING_WORDS: Readonly<Record<RoundingRule['mode'], string>> = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  truncate: '截尾',
  up: '进一',
};

export const round = (value: Decimal, rule: RoundingRule): Decimal =>
  snap(value).toDecimalPlaces(rule.places, MODES[rule.mode]);

/** A figure without an end is written to so many places, a small one to as many digits: it may be divided by. */
const SHOWN_PLACES = 8;
const shownPlaces = ({ e: exponent }: Decimal): number =>
  exponent >= 0 ? SHOWN_PLACES : Math.min(SHOWN_PLACES - 1 - exponent, EXACT_PLACES);

const cut = (value: Decimal): Decimal => cutTo(value, shownPlaces(value));

/** A number for people: no exponent, no trailing zeros, at most eight places after the first digit or the point. */
export const show = (value: Decimal): string => shown(value).text;

/** The number as `show` tells it, and whether that is the whole number: `exact` is false when it had to be cut. */
export function shown(value: Decimal): { text: string; exact: boolean } {
  const whole = snap(value);
  const told = cut(whole);
  return { text: told.toFixed(), exact: told === whole };
}
