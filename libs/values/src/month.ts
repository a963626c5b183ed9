import { type Day } from './day.js';

/** A month in Asia/Shanghai, written `YYYY-MM`. */
export type Month = string;

const MONTH = /^(19|[2-9]\d)\d{2}-(0[1-9]|1[0-2])$/;

/** True for text such as `2022-09`, from 1900 on. */
export const isMonth = (value: unknown): value is Month => typeof value === 'string' && MONTH.test(value);

/** The month in which a day lies. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The last day of a month. */
export const lastDayOf = (month: Month): Day => {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year as number, number as number, 0)).toISOString().slice(0, 10);
};
