import { Decimal, compare } from '../arithmetic.js';
import { amount, oneOf, record } from '../checks.js';
import { eitherAmountOr } from '../sources/condition.js';
import { type Found, type Unfound, foundNumber } from '../sources/found.js';
import { checkSource } from '../sources/index.js';
import { sourcePlaces } from '../sources/places.js';
import { type Source } from '../sources/source.js';
import { type Worked, given, minus, over, plus, times } from '../worked.js';
import { type Award, type ShapeRule, type Standing } from './shape.js';

/**
 * Efficacy coefficient (功效系数法): the worst gets `base` (a share, 0 to 1) of the points, the best all of them, the rest in
 * proportion between. Worst and best are those of the subjects or, with a `range`, stated or found (不允许值, 满意值): beyond them
 * the score goes on in proportion up to the indicator's cap and floor. With all values equal, one unit alone, or a range
 * whose ends meet or cross, the formula would divide by zero or turn round: `whenEqual` decides.
 */
export interface Efficacy {
  readonly kind: 'efficacy';
  readonly base: string;
  readonly better: 'higher' | 'lower';
  readonly range?: { readonly low: string | Source; readonly high: string | Source };
  readonly whenEqual: 'full' | 'base' | 'zero';
}

const WORDS = { full: '得满分', base: '得基础分', zero: '不得分' } as const;

const end = eitherAmountOr(checkSource);

export const efficacy: ShapeRule<Efficacy> = {
  check: record(
    {
      kind: oneOf('efficacy'),
      base: amount('0', '1'),
      better: oneOf('higher', 'lower'),
      whenEqual: oneOf('full', 'base', 'zero'),
    },
    { range: record({ low: end, high: end }) },
  ),

  compares: ({ range }) => range === undefined,
  problems({ range }, path) {
    if (typeof range?.low !== 'string' || typeof range.high !== 'string' || new Decimal(range.low).lt(range.high))
      return [];
    return [{ field: `${path}.range`, code: 'SCHEME.NOT_RISING', message: 'low 须小于 high' }];
  },
  sources: ({ range }, path, atHand) =>
    (['low', 'high'] as const).flatMap((side) => {
      const source = range?.[side];
      return typeof source === 'object' ? sourcePlaces(source, `${path}.range.${side}`, atHand) : [];
    }),

  award(params, standing) {
    const range = rangeOf(params, standing);
    if ('kind' in range) return range;
    const { low, high, compared, figures } = range;
    if (compare(low.value, high.value) >= 0) return { ...equalAward(params, standing.points), figures };
    const base = given(params.base);
    const { measured } = standing;
    const above = params.better === 'higher' ? minus(measured, low) : minus(high, measured);
    const share = plus(base, times(minus(given('1'), base), over(above, minus(high, low))));
    return { worked: times(share, standing.points), compared, figures };
  },
};

interface Range extends Pick<Award, 'compared' | 'figures'> {
  readonly low: Worked;
  readonly high: Worked;
}

function rangeOf({ range }: Efficacy, { peers, find }: Standing): Range | Unfound {
  if (range) {
    const endOf = (side: string | Source): Found => (typeof side === 'string' ? foundNumber(given(side)) : find(side));
    const [low, high] = [endOf(range.low), endOf(range.high)];
    if (low.kind !== 'value') return low;
    if (high.kind !== 'value') return high;
    return { low: low.worked, high: high.worked, figures: [...low.figures, ...high.figures] };
  }
  const [highest, lowest] = [peers.at(0), peers.at(-1)];
  if (!highest || !lowest) throw new RangeError('the measured unit is missing among its peers');
  return { low: lowest.measured, high: highest.measured, compared: [highest, lowest] };
}

function equalAward({ base, range, whenEqual }: Efficacy, points: Worked): Award {
  const share = { full: '1', base, zero: '0' }[whenEqual];
  const fact = range ? '满意值不高于不允许值' : '各单位数值相同';
  return { worked: times(given(share), points), because: `${fact}，按方案${WORDS[whenEqual]}` };
}
