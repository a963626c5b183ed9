import { describe, expect, it } from '@jest/globals';
import { lastYear, previousPeriod } from './earlier-period.js';

const words = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;

describe('the period before', () => {
  it.each([
    ['2022-09-01', '2022-09-30', '2022-08-01 2022-08-31'],
    ['2022-03-01', '2022-03-31', '2022-02-01 2022-02-28'],
    ['2022-01-01', '2022-03-31', '2021-10-01 2021-12-31'],
    ['2022-01-01', '2022-12-31', '2021-01-01 2021-12-31'],
    ['2022-09-11', '2022-09-20', '2022-09-01 2022-09-10'],
    ['2022-01-01', '2022-01-10', '2021-12-22 2021-12-31'],
    ['2022-03-01', '2022-03-01', '2022-02-28 2022-02-28'],
  ])('%s to %s is %s', (from, to, before) => {
    expect(words(previousPeriod({ from, to }))).toBe(before);
  });
});

describe('the same days of last year', () => {
  it.each([
    ['2022-01-01', '2022-09-30', '2021-01-01 2021-09-30'],
    ['2024-02-01', '2024-02-29', '2023-02-01 2023-02-28'],
    ['2025-02-01', '2025-02-28', '2024-02-01 2024-02-29'],
    ['2022-11-20', '2023-02-10', '2021-11-20 2022-02-10'],
  ])('%s to %s is %s', (from, to, before) => {
    expect(words(lastYear({ from, to }))).toBe(before);
  });
});
