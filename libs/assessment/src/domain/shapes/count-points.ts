import { amount, oneOf, record } from '../checks.js';
import { given, times } from '../worked.js';
import { type ShapeRule } from './shape.js';

/** So many points for each one (每个加 5 分); negative to deduct. */
export interface CountPoints {
  readonly kind: 'count-points';
  readonly each: string;
}

export const countPoints: ShapeRule<CountPoints> = {
  check: record({ kind: oneOf('count-points'), each: amount() }),
  award: ({ each }, { measured }) => ({ worked: times(measured, given(each)) }),
};
