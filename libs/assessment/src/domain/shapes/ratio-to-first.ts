import { oneOf, record } from '../checks.js';
import { given, over, times } from '../worked.js';
import { type ShapeRule } from './shape.js';

/**
 * The value over the highest of all, or, where `lower` is better, the lowest over the value; times the points
 * (与第一名之比). `whenZero` decides when the first, or the value that it is divided by, isn't above zero.
 */
export interface RatioToFirst {
  readonly kind: 'ratio-to-first';
  readonly better?: 'higher' | 'lower';
  readonly whenZero: 'full' | 'zero';
}

export const ratioToFirst: ShapeRule<RatioToFirst> = {
  check: record(
    { kind: oneOf('ratio-to-first'), whenZero: oneOf('full', 'zero') },
    { better: oneOf('higher', 'lower') },
  ),

  compares: () => true,

  award({ better = 'higher', whenZero }, { measured, points, peers }) {
    const first = better === 'higher' ? peers.at(0) : peers.at(-1);
    const divisor = better === 'higher' ? first?.measured : measured;
    if (!first || !divisor || divisor.value.lte(0)) {
      const worked = whenZero === 'full' ? points : given('0');
      const what = better === 'higher' ? '最高值' : '本项数值';
      return { worked, because: `${what}不大于 0，按方案${whenZero === 'full' ? '得满分' : '不得分'}` };
    }
    const ratio = better === 'higher' ? over(measured, divisor) : over(first.measured, divisor);
    return { worked: times(ratio, points), compared: [first] };
  },
};
