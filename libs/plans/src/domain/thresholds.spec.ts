import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { lightOn, slippageOn, thresholdsDecider } from './thresholds.js';

const thresholds = { yellowDays: 10, redDays: 5 };
const pending = { plannedOn: '2022-06-30' };
const reached = { plannedOn: '2022-06-30', reachedOn: '2022-07-20' };

describe('a light', () => {
  it.each([
    ['2022-06-19', pending, 'green'],
    ['2022-06-20', pending, 'yellow'],
    ['2022-07-05', pending, 'yellow'],
    ['2022-07-06', pending, 'red'],
    ['2022-07-19', reached, 'red'],
    ['2022-07-20', reached, 'green'],
  ] as const)('on %s for %j is %s', (on, milestone, light) => {
    expect(lightOn(milestone, on, thresholds)).toBe(light);
  });
});

describe('slippage', () => {
  it.each([
    ['2022-06-01', undefined, 0],
    ['2022-07-03', undefined, 3],
    ['2022-09-30', '2022-07-10', 10],
    ['2022-09-30', '2022-06-25', -5],
    ['2022-07-01', '2022-07-10', 1],
  ])('on %s when reached on %s is %d days', (on, reachedOn, days) => {
    expect(slippageOn('2022-06-30', reachedOn, on)).toBe(days);
  });
});

describe('thresholds', () => {
  it('are set, and set anew', () => {
    const set = { ...thresholds, occurredOn: '2022-01-01' };
    const command = { kind: 'set-thresholds', thresholds: set, today: '2022-09-30' } as const;
    expect(given(thresholdsDecider).when(command)).toEqual([{ type: 'PlanThresholdsSet', data: set }]);
    expect(given(thresholdsDecider).when({ ...command, today: '2021-12-31' })).toEqual({
      refused: 'DAY.IN_FUTURE',
      field: 'occurredOn',
    });
  });
});
