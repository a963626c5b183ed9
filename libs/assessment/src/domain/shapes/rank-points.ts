import { amount, integer, listOf, oneOf, record, risingBy } from '../checks.js';
import { tiedForm } from '../sources/peers.js';
import { meanOf } from '../sources/several.js';
import { type Tied } from '../sources/source.js';
import { given } from '../worked.js';
import { type ShapeRule } from './shape.js';

/**
 * Points by place among the scheme's subjects (第 1 至 3 名 7 分). Equal values have the points of the first of the places
 * that they take up or, where `tied` says so, of the last, or the mean of the points of all of them.
 */
export interface RankPoints {
  readonly kind: 'rank-points';
  readonly better: 'higher' | 'lower';
  /** Bands of places, each up to and including `to`, beginning where the one before ends. */
  readonly bands: readonly { readonly to: number; readonly score: string }[];
  /** For every place after the last band. */
  readonly beyond: string;
  readonly tied?: Tied;
}

const MAX_PLACE = 10_000;
const bands = listOf(record({ to: integer(1, MAX_PLACE), score: amount() }), 1, 100);

export const rankPoints: ShapeRule<RankPoints> = {
  check: record(
    { kind: oneOf('rank-points'), better: oneOf('higher', 'lower'), bands: risingBy('to', bands), beyond: amount() },
    { tied: tiedForm },
  ),

  compares: () => true,

  award({ better, bands, beyond, tied = 'first' }, { measured, place, peers }) {
    const [ahead, behind] = better === 'higher' ? [place.higher, place.lower] : [place.lower, place.higher];
    const [first, last] = [ahead + 1, Math.max(peers.length - behind, ahead + 1)];
    const pointsAt = (rank: number) => given(bands.find(({ to }) => rank <= to)?.score ?? beyond);
    const among = `（共 ${peers.length} 个单位）`;
    if (tied === 'mean' && first < last) {
      const points = Array.from({ length: last - ahead }, (_, index) => pointsAt(first + index));
      return {
        worked: meanOf(points),
        because: `${measured.text} 并列第 ${first} 至 ${last} 名${among}，取各名次得分的平均`,
      };
    }
    const rank = tied === 'last' ? last : first;
    return { worked: pointsAt(rank), because: `${measured.text} 列第 ${rank} 名${among}` };
  },
};
