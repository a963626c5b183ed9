import { describe, expect, it } from '@jest/globals';
import { percentage } from '#libs/values';
import { rank } from './ranking.js';

const ranksOf = (...scores: [unit: string, numerator: string, denominator: string][]) =>
  rank(scores.map(([unit, numerator, denominator]) => ({ unit, numerator, denominator }))).map(
    ({ rank: place, unit }) => `${place} ${unit}`,
  );

describe('rank', () => {
  it('shares a rank between equal values and skips the next, in order of unit code', () => {
    expect(ranksOf(['c', '5', '1'], ['b', '9', '1'], ['a', '9', '1'], ['d', '5', '1'], ['e', '1', '1'])).toEqual([
      '1 a',
      '1 b',
      '3 c',
      '3 d',
      '5 e',
    ]);
  });

  it('takes 1/3 and 2/6 for equal', () => {
    expect(ranksOf(['b', '1', '3'], ['a', '2', '6'])).toEqual(['1 a', '1 b']);
  });

  it('tells apart what prints alike: 2/3 and 667/1000 are both 66.7 %', () => {
    expect(percentage('2', '3')).toBe(percentage('667', '1000'));
    expect(ranksOf(['a', '2', '3'], ['b', '667', '1000'])).toEqual(['1 b', '2 a']);
  });
});
