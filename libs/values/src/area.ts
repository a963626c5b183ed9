import { canonicalMoney, isMoney } from './money.js';

/** An area in 亩 (1/15 hectare) as plain decimal text; the form is that of an amount. */
export type Area = string;

export const isArea: (value: unknown) => value is Area = isMoney;

/** The one spelling of an area. @throws RangeError when it is none. */
export const canonicalArea: (value: Area) => Area = canonicalMoney;
