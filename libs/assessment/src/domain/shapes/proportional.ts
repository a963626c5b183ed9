import { oneOf, record } from '../checks.js';
import { times } from '../worked.js';
import { type ShapeRule } from './shape.js';

/** A rate or a completion rate times the points (完成率×分值); the indicator's cap says how far above 100 % it goes. */
export interface Proportional {
  readonly kind: 'proportional';
}

export const proportional: ShapeRule<Proportional> = {
  check: record({ kind: oneOf('proportional') }),
  award: (_params, { measured, points }) => ({ worked: times(measured, points) }),
};
