import { type Check, type SchemeProblem, byKind } from '../checks.js';
import { type Unfound } from '../sources/found.js';
import { type AtHand, type Placed } from '../sources/places.js';
import { type AsGiven, asGiven } from './as-given.js';
import { type Choose, choose } from './choose.js';
import { type CountPoints, countPoints } from './count-points.js';
import { type Curve, curve } from './curve.js';
import { type Deviation, deviation } from './deviation.js';
import { type Efficacy, efficacy } from './efficacy.js';
import { type Fixed, fixed } from './fixed.js';
import { type Proportional, proportional } from './proportional.js';
import { type RankPoints, rankPoints } from './rank-points.js';
import { type RatioToFirst, ratioToFirst } from './ratio-to-first.js';
import { type Award, type ShapeRule, type Standing } from './shape.js';

export * from './shape.js';

type PlainShape =
  Proportional | CountPoints | AsGiven | Fixed | Efficacy | Deviation | Curve | RankPoints | RatioToFirst;

/** How a measured value becomes points. A new shape is a file of its own, and a line in `PlainShape` and in `PLAIN`. */
export type Shape = PlainShape | Choose<PlainShape>;

const PLAIN: { readonly [Kind in PlainShape['kind']]: ShapeRule<Extract<PlainShape, { kind: Kind }>> } = {
  proportional,
  'count-points': countPoints,
  'as-given': asGiven,
  fixed,
  efficacy,
  deviation,
  curve,
  'rank-points': rankPoints,
  'ratio-to-first': ratioToFirst,
};

type Whole<Params> = Required<Omit<ShapeRule<Params>, 'check'>>;

/** What the rules say by the kind of the shape; what a rule leaves out is nothing. */
const wholeOf = <Params extends { readonly kind: string }>(rules: object): Whole<Params> => {
  // TypeScript can't see that the rule found under a kind takes the parameters of that kind.
  const of = ({ kind }: Params) => (rules as Record<string, ShapeRule<Params>>)[kind] as ShapeRule<Params>;
  return {
    needsTarget: (shape) => of(shape).needsTarget?.(shape) ?? false,
    compares: (shape) => of(shape).compares?.(shape) ?? false,
    sources: (shape, path, atHand) => of(shape).sources?.(shape, path, atHand) ?? [],
    problems: (shape, path) => of(shape).problems?.(shape, path) ?? [],
    award: (shape, standing) => of(shape).award(shape, standing),
  };
};

const checksOf = (rules: Readonly<Record<string, { readonly check: Check }>>) =>
  Object.fromEntries(Object.entries(rules).map(([kind, { check }]) => [kind, check]));

const RULES = { ...PLAIN, choose: choose(byKind(checksOf(PLAIN)), wholeOf<PlainShape>(PLAIN)) };
const whole = wholeOf<Shape>(RULES);

/** The parameters of every shape, by kind. */
export const checkShape: Check = byKind(checksOf(RULES));

/** True when the shape, as its parameters are, makes no sense on an indicator without a target. */
export const needsTarget = (shape: Shape): boolean => whole.needsTarget(shape);

/** True when the shape looks at other units, so that single items can't be scored by it. */
export const comparesUnits = (shape: Shape): boolean => whole.compares(shape);

/** The sources among a shape's parameters, with their places. */
export const shapePlaces = (shape: Shape, path: string, atHand: AtHand): readonly Placed[] =>
  whole.sources(shape, path, atHand);

/** What a shape whose form is right says against itself. */
export const problemsOfShape = (shape: Shape, path: string): readonly SchemeProblem[] => whole.problems(shape, path);

/** The points that a shape gives a unit, before the indicator's cap, floor and rounding. */
export const awardBy = (shape: Shape, standing: Standing): Award | Unfound => whole.award(shape, standing);
