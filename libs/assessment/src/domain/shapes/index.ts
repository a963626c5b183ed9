import { type Check, byKind } from '../checks.js';
import { type CountPoints, countPoints } from './count-points.js';
import { type Efficacy, efficacy } from './efficacy.js';
import { type Proportional, proportional } from './proportional.js';
import { type Award, type ShapeRule, type Standing } from './shape.js';

export * from './shape.js';

/** How a measured value becomes points. A new shape is a file of its own and a line in `Shape` and `RULES`. */
export type Shape = Proportional | CountPoints | Efficacy;

const RULES: { readonly [Kind in Shape['kind']]: ShapeRule<Extract<Shape, { kind: Kind }>> } = {
  proportional,
  'count-points': countPoints,
  efficacy,
};

/** The parameters of every shape, by kind. */
export const checkShape: Check = byKind(
  Object.fromEntries(Object.entries(RULES).map(([kind, rule]) => [kind, rule.check])),
);

/** The points that a shape gives a unit, before the indicator's cap, floor and rounding. */
export function awardBy(shape: Shape, standing: Standing): Award {
  // TypeScript can't see that the rule found under a kind takes the parameters of that kind.
  const { award } = RULES[shape.kind] as ShapeRule<Shape>;
  return award(shape, standing);
}
