import { Decimal, compare } from '../arithmetic.js';
import { amount, oneOf, record } from '../checks.js';
import { type Worked, given, minus, over, plus, times } from '../worked.js';
import { type Award, type Peer, type ShapeRule, type Standing } from './shape.js';

/**
 * Efficacy coefficient (功效系数法): the worst gets `base` (a share, 0 to 1) of the points, the best all of them, the rest in
 * proportion between. Worst and best are those of the subjects or, with a `range`, stated values (不允许值, 满意值), beyond which
 * the score goes on in proportion up to the indicator's cap and floor. With all values equal, or one unit alone, the
 * formula would be 0 ÷ 0: `whenEqual` decides.
 */
export interface Efficacy {
  readonly kind: 'efficacy';
  readonly base: string;
  readonly better: 'higher' | 'lower';
  readonly range?: { readonly low: string; readonly high: string };
  readonly whenEqual: 'full' | 'base' | 'zero';
}

const WORDS = { full: '得满分', base: '得基础分', zero: '不得分' } as const;

export const efficacy: ShapeRule<Efficacy> = {
  check: record(
    {
      kind: oneOf('efficacy'),
      base: amount('0', '1'),
      better: oneOf('higher', 'lower'),
      whenEqual: oneOf('full', 'base', 'zero'),
    },
    { range: record({ low: amount(), high: amount() }) },
  ),

  compares: ({ range }) => range === undefined,
  problems: ({ range }, path) =>
    range === undefined || new Decimal(range.low).lt(range.high)
      ? []
      : [{ field: `${path}.range`, code: 'SCHEME.NOT_RISING', message: 'low 须小于 high' }],

  award(params, standing) {
    const { low, high, compared } = rangeOf(params, standing);
    if (compare(low.value, high.value) === 0) return equalAward(params, standing.points);
    const base = given(params.base);
    const { measured } = standing;
    const above = params.better === 'higher' ? minus(measured, low) : minus(high, measured);
    const share = plus(base, times(minus(given('1'), base), over(above, minus(high, low))));
    return { worked: times(share, standing.points), compared };
  },
};

function rangeOf({ range }: Efficacy, { peers }: Standing): { low: Worked; high: Worked; compared?: readonly Peer[] } {
  if (range) return { low: given(range.low), high: given(range.high) };
  const [highest, lowest] = [peers.at(0), peers.at(-1)];
  if (!highest || !lowest) throw new RangeError('the measured unit is missing among its peers');
  return { low: lowest.measured, high: highest.measured, compared: [highest, lowest] };
}

function equalAward({ base, whenEqual }: Efficacy, points: Worked): Award {
  const share = { full: '1', base, zero: '0' }[whenEqual];
  return { worked: times(given(share), points), because: `各单位数值相同，按方案${WORDS[whenEqual]}` };
}
