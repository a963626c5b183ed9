import { oneOf, record } from '../checks.js';
import { knotForms, readOff } from '../knots.js';
import { type KnotValue } from '../sources/terms.js';
import { type ShapeRule } from './shape.js';

/**
 * Scores at stated values: `steps` keeps a knot's score until the next knot (分档), `linear` goes straight from one to the
 * next (分段线性). From the last knot on its score holds; under the first, `below` does. A value that equals a knot is past
 * it, unless `equal` says `below` (不含).
 */
export interface Curve {
  readonly kind: 'curve';
  readonly knots: readonly { readonly at: string; readonly score: string }[];
  readonly between: 'steps' | 'linear';
  readonly below: string;
  readonly equal?: KnotValue;
}

const { required, optional } = knotForms('score');

export const curve: ShapeRule<Curve> = {
  check: record({ kind: oneOf('curve'), ...required }, optional),
  award: (params, { measured }) =>
    readOff(
      params.knots.map(({ at, score }) => ({ at, gives: score })),
      params,
      measured,
    ),
};
