import { Decimal } from 'decimal.js';
import { type UnitCode } from './unit-code.js';

/** A part of one as plain decimal text: more than 0, at most 1, at most 6 places. */
export type Share = string;

/** The part of a lead or project that a unit is credited with. */
export interface UnitShare {
  readonly unit: UnitCode;
  readonly share: Share;
}

const SHARE = /^[01](\.\d{1,6})?$/;

/** True for text such as `0.5`, `1`; false for `0`, `1.1`, numbers and fractions. */
export function isShare(value: unknown): value is Share {
  if (typeof value !== 'string' || !SHARE.test(value)) return false;
  const share = new Decimal(value);
  return share.greaterThan(0) && share.lessThanOrEqualTo(1);
}

/** The one spelling of a share. @throws RangeError when it is none. */
export function canonicalShare(value: Share): Share {
  if (!isShare(value)) throw new RangeError(`not a share of one: ${String(value)}`);
  return new Decimal(value).toFixed();
}

/** What is wrong with a division: a unit that stands in it twice, or a total that is not exactly one. */
export function sharesFault(shares: readonly UnitShare[]): 'repeated' | 'total' | undefined {
  if (new Set(shares.map(({ unit }) => unit)).size < shares.length) return 'repeated';
  const total = shares.reduce((sum, { share }) => sum.plus(share), new Decimal(0));
  return total.equals(1) ? undefined : 'total';
}
