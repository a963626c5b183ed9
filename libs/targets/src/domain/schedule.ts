import { type Day, Decimal } from '#libs/values';

/**
 * 时序: how much of a year's target is due by the end of each month. `even`: a twelfth a month; `monthly`: twelve
 * cumulative percentages as decimal text, January's first, December's 100 (41.9 and 42.5 for May both occur).
 */
export type Schedule = { readonly kind: 'even' } | { readonly kind: 'monthly'; readonly percent: readonly string[] };

const MONTHS = 12;
const PERCENT = /^\d{1,3}(\.\d{1,6})?$/;

/** What is wrong with the percentages of a monthly schedule, in Chinese; undefined when nothing is. */
export function scheduleFault({ percent }: Extract<Schedule, { kind: 'monthly' }>): string | undefined {
  if (percent.length !== MONTHS) return `须为 1 至 12 月末的 12 个累计百分比，现有 ${percent.length} 个`;
  const malformed = percent.findIndex((text) => !PERCENT.test(text));
  if (malformed >= 0) return `${malformed + 1} 月的百分比须为十进制数字文本，如 "41.9"`;
  const falling = percent.findIndex((text, month) => month > 0 && new Decimal(text).lt(percent[month - 1] ?? 0));
  if (falling >= 0) return `累计百分比不得减少：${falling + 1} 月低于上月`;
  return new Decimal(percent[MONTHS - 1] ?? 0).equals(100) ? undefined : '12 月末的累计百分比须为 100';
}

/**
 * The part of the year's amount that is due on a day: that of the last month which has ended by then (a month ends on
 * its last day), nothing before January has, all of it after the year. A fraction, so that a twelfth stays exact.
 */
export function dueShare(schedule: Schedule, year: number, day: Day): { numerator: Decimal; denominator: Decimal } {
  const months = monthsEnded(year, day);
  return schedule.kind === 'even'
    ? { numerator: new Decimal(months), denominator: new Decimal(MONTHS) }
    : { numerator: new Decimal(schedule.percent[months - 1] ?? 0), denominator: new Decimal(100) };
}

function monthsEnded(year: number, day: Day): number {
  const [dayYear = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (dayYear !== year) return dayYear < year ? 0 : MONTHS;
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return date === lastDate ? month : month - 1;
}
