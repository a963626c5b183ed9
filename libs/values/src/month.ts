import { type Day } from './day.js';

/** A month in Asia/Shanghai, written `YYYY-MM`. */
export type Month = string;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** True for text such as `2022-09`. */
export const isMonth = (value: unknown): value is Month => typeof value === 'string' && MONTH.test(value);

/** The month in which a day lies. */
export const monthOf = (day: Day): Month => day.slice(0, 7);
