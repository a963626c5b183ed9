import { oneOf, record } from '../checks.js';
import { knotForms, knotPlaces, readOff } from '../knots.js';
import { checkSource } from '../sources/index.js';
import { type KnotValue, type Source } from '../sources/source.js';
import { type ShapeRule } from './shape.js';

/**
 * Scores at stated values: `steps` keeps a knot's score until the next knot (分档), `linear` goes straight from one to the
 * next (分段线性). From the last knot on its score holds; under the first, `below` does. A value that equals a knot is past
 * it, unless `equal` says `below` (不含).
 */
export interface Curve {
  readonly kind: 'curve';
  readonly knots: readonly { readonly at: string | Source; readonly score: string }[];
  readonly between: 'steps' | 'linear';
  readonly below: string;
  readonly equal?: KnotValue;
}

const { required, optional } = knotForms('score', checkSource);

export const curve: ShapeRule<Curve> = {
  check: record({ kind: oneOf('curve'), ...required }, optional),
  sources: ({ knots }, path, atHand) => knotPlaces(knots, path, atHand),

  award(params, { measured, find }) {
    const knots = params.knots.map(({ at, score }) => ({ at, gives: score }));
    const found = readOff(knots, params, measured, find);
    if (found.kind !== 'value') return found;
    const { worked, because, figures } = found;
    return { worked, because, figures };
  },
};
