import { Decimal } from 'decimal.js';

/** An amount in 万元 (10⁴ CNY) as plain decimal text: no sign, no exponent, at most 6 places (1 分 = 0.000001 万元). */
export type Money = string;

const MONEY = /^\d{1,12}(\.\d{1,6})?$/;

/** True for text such as `120000`, `0.5`, `98.123456`; false for numbers, signs, exponents, `NaN`. */
export const isMoney = (value: unknown): value is Money => typeof value === 'string' && MONEY.test(value);

/** The one spelling of an amount: no leading zeros, no trailing zeros. @throws RangeError when it is no amount. */
export function canonicalMoney(value: Money): Money {
  if (!isMoney(value)) throw new RangeError(`not an amount in 万元: ${String(value)}`);
  return new Decimal(value).toFixed();
}

/** Compares two amounts: negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compareMoney = (a: Money, b: Money): number => new Decimal(a).comparedTo(new Decimal(b));
