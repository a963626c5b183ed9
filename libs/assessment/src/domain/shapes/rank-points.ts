import { amount, integer, listOf, oneOf, record, risingBy } from '../checks.js';
import { given } from '../worked.js';
import { type ShapeRule } from './shape.js';

/** Points by place among the scheme's subjects (第 1 至 3 名 7 分). Equal values share the better place. */
export interface RankPoints {
  readonly kind: 'rank-points';
  readonly better: 'higher' | 'lower';
  /** Bands of places, each up to and including `to`, beginning where the one before ends. */
  readonly bands: readonly { readonly to: number; readonly score: string }[];
  /** For every place after the last band. */
  readonly beyond: string;
}

const MAX_PLACE = 10_000;
const bands = listOf(record({ to: integer(1, MAX_PLACE), score: amount() }), 1, 100);

export const rankPoints: ShapeRule<RankPoints> = {
  check: record({
    kind: oneOf('rank-points'),
    better: oneOf('higher', 'lower'),
    bands: risingBy('to', bands),
    beyond: amount(),
  }),

  compares: () => true,

  award({ better, bands, beyond }, { measured, place, peers }) {
    const rank = (better === 'higher' ? place.higher : place.lower) + 1;
    const score = bands.find(({ to }) => rank <= to)?.score ?? beyond;
    return { worked: given(score), because: `${measured.text} 列第 ${rank} 名（共 ${peers.length} 个单位）` };
  },
};
