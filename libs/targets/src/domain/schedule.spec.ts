import { describe, expect, it } from '@jest/globals';
import { type Schedule, dueShare, scheduleFault } from './schedule.js';

const MONTHLY = ['5', '11', '19', '30', '41.9', '52', '61', '70', '79', '88', '95', '100'];
const monthly = (percent: string[]): Extract<Schedule, { kind: 'monthly' }> => ({ kind: 'monthly', percent });
const share = (schedule: Schedule, day: string) => {
  const { numerator, denominator } = dueShare(schedule, 2022, day);
  return `${numerator.toFixed()}/${denominator.toFixed()}`;
};

describe('what is due by a schedule', () => {
  it.each([
    ['2021-12-31', '0/12'],
    ['2022-01-30', '0/12'],
    ['2022-01-31', '1/12'],
    ['2022-02-28', '2/12'],
    ['2022-05-31', '5/12'],
    ['2022-06-29', '5/12'],
    ['2022-12-31', '12/12'],
    ['2023-01-01', '12/12'],
  ])('evenly, on %s, is %s', (day, due) => {
    expect(share({ kind: 'even' }, day)).toBe(due);
  });

  it.each([
    ['2022-01-30', '0/100'],
    ['2022-05-31', '41.9/100'],
    ['2022-06-01', '41.9/100'],
    ['2022-12-31', '100/100'],
  ])('by stated percentages, on %s, is %s', (day, due) => {
    expect(share(monthly(MONTHLY), day)).toBe(due);
  });

  it('ends February on its last day', () => {
    expect(dueShare({ kind: 'even' }, 2024, '2024-02-28').numerator.toFixed()).toBe('1');
    expect(dueShare({ kind: 'even' }, 2024, '2024-02-29').numerator.toFixed()).toBe('2');
  });

  it('is stated whole, rising, up to 100', () => {
    expect(scheduleFault(monthly(MONTHLY))).toBeUndefined();
    expect(scheduleFault(monthly(MONTHLY.slice(1)))).toBe('须为 1 至 12 月末的 12 个累计百分比，现有 11 个');
    expect(scheduleFault(monthly(MONTHLY.with(4, '29.9')))).toBe('累计百分比不得减少：5 月低于上月');
    expect(scheduleFault(monthly(MONTHLY.with(2, '-1')))).toBe('3 月的百分比须为十进制数字文本，如 "41.9"');
    expect(scheduleFault(monthly(MONTHLY.with(11, '99')))).toBe('12 月末的累计百分比须为 100');
  });
});
