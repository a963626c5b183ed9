import { type Check, byKind } from '../checks.js';
import { type CountPoints, countPoints } from './count-points.js';
import { type Curve, curve } from './curve.js';
import { type Deviation, deviation } from './deviation.js';
import { type Efficacy, efficacy } from './efficacy.js';
import { type Proportional, proportional } from './proportional.js';
import { type RankPoints, rankPoints } from './rank-points.js';
import { type RatioToFirst, ratioToFirst } from './ratio-to-first.js';
import { type Award, type ShapeRule, type Standing } from './shape.js';

export * from './shape.js';

/** How a measured value becomes points. A new shape is a file of its own and a line in `Shape` and `RULES`. */
export type Shape = Proportional | CountPoints | Efficacy | Deviation | Curve | RankPoints | RatioToFirst;

const RULES: { readonly [Kind in Shape['kind']]: ShapeRule<Extract<Shape, { kind: Kind }>> } = {
  proportional,
  'count-points': countPoints,
  efficacy,
  deviation,
  curve,
  'rank-points': rankPoints,
  'ratio-to-first': ratioToFirst,
};

// TypeScript can't see that the rule found under a kind takes the parameters of that kind.
const ruleOf = (shape: Shape) => RULES[shape.kind] as ShapeRule<Shape>;

/** The parameters of every shape, by kind. */
export const checkShape: Check = byKind(
  Object.fromEntries(Object.entries(RULES).map(([kind, rule]) => [kind, rule.check])),
);

/** True when the shape, as its parameters are, makes no sense on an indicator without a target. */
export const needsTarget = (shape: Shape): boolean => ruleOf(shape).needsTarget?.(shape) ?? false;

/** The points that a shape gives a unit, before the indicator's cap, floor and rounding. */
export const awardBy = (shape: Shape, standing: Standing): Award => ruleOf(shape).award(shape, standing);
