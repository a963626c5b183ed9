import { compare } from '../arithmetic.js';
import { amount, oneOf, record } from '../checks.js';
import { type Worked, given, minus, over, plus, times } from '../worked.js';
import { type Award, type ShapeRule } from './shape.js';

/**
 * Efficacy coefficient (功效系数法) among the scheme's subjects: the worst gets `base` (a share, 0 to 1) of the points,
 * the best all of them, the rest in proportion between. With all values equal, or one unit alone, the formula would be
 * 0 ÷ 0: `whenEqual` decides.
 */
export interface Efficacy {
  readonly kind: 'efficacy';
  readonly base: string;
  readonly better: 'higher' | 'lower';
  readonly whenEqual: 'full' | 'base' | 'zero';
}

const WORDS = { full: '得满分', base: '得基础分', zero: '不得分' } as const;

export const efficacy: ShapeRule<Efficacy> = {
  check: record({
    kind: oneOf('efficacy'),
    base: amount('0', '1'),
    better: oneOf('higher', 'lower'),
    whenEqual: oneOf('full', 'base', 'zero'),
  }),

  award(params, standing) {
    const highest = standing.peers.at(0);
    const lowest = standing.peers.at(-1);
    if (!highest || !lowest) throw new RangeError('the measured unit is missing among its peers');
    if (compare(lowest.measured.value, highest.measured.value) === 0) return equalAward(params, standing.points);
    const base = given(params.base);
    const range = minus(highest.measured, lowest.measured);
    const above =
      params.better === 'higher'
        ? minus(standing.measured, lowest.measured)
        : minus(highest.measured, standing.measured);
    const share = plus(base, times(minus(given('1'), base), over(above, range)));
    return { worked: times(share, standing.points), compared: [highest, lowest] };
  },
};

function equalAward({ base, whenEqual }: Efficacy, points: Worked): Award {
  const share = { full: '1', base, zero: '0' }[whenEqual];
  return { worked: times(given(share), points), because: `各单位数值相同，按方案${WORDS[whenEqual]}` };
}
