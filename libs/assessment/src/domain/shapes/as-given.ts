import { oneOf, record } from '../checks.js';
import { type ShapeRule } from './shape.js';

/** What was found is the score: points given by judges, at discretion, by another scheme, or per item. */
export interface AsGiven {
  readonly kind: 'as-given';
}

export const asGiven: ShapeRule<AsGiven> = {
  check: record({ kind: oneOf('as-given') }),
  award: (_params, { measured }) => ({ worked: measured }),
};
