import { amount, oneOf, record } from '../checks.js';
import { given } from '../worked.js';
import { type ShapeRule } from './shape.js';

/** The same score whatever was found; among the cases of `choose`, or with rules on the indicator. */
export interface Fixed {
  readonly kind: 'fixed';
  readonly score: string;
}

export const fixed: ShapeRule<Fixed> = {
  check: record({ kind: oneOf('fixed'), score: amount() }),
  award: ({ score }, { measured }) => ({ worked: given(score), because: `按 ${measured.text} 定分` }),
};
