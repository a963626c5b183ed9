import { describe, expect, it } from '@jest/globals';
import { type RoundingRule } from './arithmetic.js';
import { settle, settleTotal } from './settle.js';
import { type Worked, given, over, times } from './worked.js';

const OPEN = { cap: 'none', floor: 'none' };
const half: RoundingRule = { places: 2, mode: 'half-up' };

const rate = (numerator: string, denominator: string, points: string): Worked =>
  times(over(given(numerator), given(denominator)), given(points));

describe('settling a score', () => {
  it('says the arithmetic and how it was rounded', () => {
    expect(settle({ worked: rate('45', '52', '25') }, OPEN, [], half)).toMatchObject({
      score: '21.63',
      formula: '45÷52×25≈21.63461538，四舍五入得 21.63 分',
    });
    expect(
      settle({ worked: rate('45', '52', '25') }, OPEN, [], { ...half, mode: 'truncate', places: 1 }),
    ).toMatchObject({
      score: '21.6',
      formula: '45÷52×25≈21.63461538，截尾得 21.6 分',
    });
  });

  it('says which bound held, and none when the figure stands on it', () => {
    expect(settle({ worked: rate('24', '20', '15') }, { cap: '15', floor: '0' }, [], half).formula).toBe(
      '24÷20×15=18，封顶 15 分，得 15.00 分',
    );
    expect(settle({ worked: times(given('3'), given('-2')) }, { cap: 'none', floor: '0' }, [], half).formula).toBe(
      '3×(-2)=-6，保底 0 分，得 0.00 分',
    );
    expect(settle({ worked: rate('1', '3', '15') }, { cap: '5', floor: 'none' }, [], half).formula).toBe(
      '1÷3×15=5，得 5.00 分',
    );
  });

  it('says the reason when there is no arithmetic', () => {
    expect(settle({ worked: given('40'), because: '各单位数值相同' }, OPEN, [], half).formula).toBe(
      '各单位数值相同，得 40.00 分',
    );
  });

  it('rounds half up to the last digit, where a division without an end left less than the half', () => {
    // 1 ÷ 9 × 89.955 is 9.995 exactly.
    expect(settle({ worked: rate('1', '9', '89.955') }, OPEN, [], half)).toMatchObject({
      score: '10.00',
      formula: '1÷9×89.955=9.995，四舍五入得 10.00 分',
    });
    expect(settle({ worked: rate('-1', '9', '89.955') }, OPEN, [], half).score).toBe('-10.00');
  });

  it('keeps every place when only the total is rounded', () => {
    const { value, score } = settle({ worked: rate('1', '3', '1') }, OPEN, [], 'exact');
    expect(score).toBe('0.33333333');
    expect(value.times(3).toDecimalPlaces(30).toFixed()).toBe('1');
    expect(settleTotal({ worked: given(value.times(3)) }, [], half).score).toBe('1.00');
  });
});
