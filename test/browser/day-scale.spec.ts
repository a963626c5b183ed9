import { describe, expect, it } from '@jest/globals';
import { dayScale, daysAfter } from '../../apps/dashboard/src/ui/day-scale.js';
import { endOfMonth, slippageOn } from '../../apps/dashboard/src/plans/slippage.js';

describe('the scale of days', () => {
  it('goes from the start of the first day to the end of the last', () => {
    const { at, ticks } = dayScale(['2022-05-31', '2022-05-05', '2022-05-23']);
    expect([at('2022-05-05'), at('2022-06-01')]).toEqual([0, 100]);
    expect(ticks.map(({ label }) => label)).toEqual(['05-05', '05-10', '05-15', '05-20', '05-25', '05-30']);
  });

  it.each([1, 9, 60, 139, 141, 900])('writes at most ten labels over %d days', (length) => {
    const { ticks } = dayScale(['2022-01-01', daysAfter('2022-01-01', length)]);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(10);
  });

  it('goes on by months once days are too many', () => {
    expect(dayScale(['2022-01-15', '2022-09-30']).ticks[0]).toEqual({ day: '2022-01-01', label: '2022-01' });
  });
});

describe('the slippage of a planned start', () => {
  const planned = {
    share: '1',
    project: { id: 'p', name: '项目' },
    unit: { code: 'a1', name: '甲县' },
    due: true,
    started: false,
  };

  it.each([
    ['2022-02', '2022-02-28'],
    ['2024-02', '2024-02-29'],
    ['2022-12', '2022-12-31'],
  ])('counts from the last day of %s', (month, day) => {
    expect(endOfMonth(month)).toBe(day);
  });

  it.each([
    ['2022-06', '2022-07-10', '2022-09-30', 10],
    ['2022-06', '2022-06-01', '2022-09-30', -29],
    ['2022-06', undefined, '2022-09-30', 92],
    ['2022-06', undefined, '2022-06-30', undefined],
    ['2022-06', undefined, '2022-03-01', undefined],
  ])('of %s, started %s, is on %s %s', (startMonth, startedOn, on, days) => {
    expect(slippageOn({ ...planned, startMonth, startedOn }, on)).toBe(days);
  });
});
