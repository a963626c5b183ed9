import { oneOf, record } from '../checks.js';
import { given, over, times } from '../worked.js';
import { type ShapeRule } from './shape.js';

/** The value over the highest of all, times the points (与第一名之比). `whenZero` decides when the highest isn't above zero. */
export interface RatioToFirst {
  readonly kind: 'ratio-to-first';
  readonly whenZero: 'full' | 'zero';
}

export const ratioToFirst: ShapeRule<RatioToFirst> = {
  check: record({ kind: oneOf('ratio-to-first'), whenZero: oneOf('full', 'zero') }),

  award({ whenZero }, { measured, points, peers }) {
    const first = peers[0];
    if (!first || first.measured.value.lte(0)) {
      const worked = whenZero === 'full' ? points : given('0');
      return { worked, because: `最高值不大于 0，按方案${whenZero === 'full' ? '得满分' : '不得分'}` };
    }
    return { worked: times(over(measured, first.measured), points), compared: [first] };
  },
};
