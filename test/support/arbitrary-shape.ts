import fc from 'fast-check';
import { type Measured } from '#libs/assessment';
import { knotsOf } from './arbitrary-nested.js';
import { arbitrarySource } from './arbitrary-source.js';
import { amount, positive } from './arbitrary-terms.js';

type Shape = Measured['shape'];

const partStep = fc.constantFrom('count' as const, 'drop' as const, 'whole' as const, 'nearest' as const);
const partSteps = fc.oneof(partStep, fc.record({ above: partStep, below: partStep }));
const better = fc.constantFrom('higher' as const, 'lower' as const);
const of = fc.constantFrom('rate' as const, 'value' as const);
const rising = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 5 }).map((steps) => steps.sort((a, b) => a - b));
const side = fc.oneof(
  fc.record({ kind: fc.constant('steps' as const), each: amount, per: positive, of }),
  fc.record({
    kind: fc.constant('segments' as const),
    of,
    segments: rising.map((ends) =>
      ends.map((end, index) => ({
        to: index === ends.length - 1 ? 'none' : String(end + 1),
        each: String(index),
        per: '0.5',
      })),
    ),
  }),
);

/** Shapes that look at one value only. */
const shapesAlone = (item: boolean): fc.Arbitrary<Shape>[] => [
  fc.constant({ kind: 'proportional' as const }),
  fc.constant({ kind: 'as-given' as const }),
  amount.map((score) => ({ kind: 'fixed' as const, score })),
  fc.record({ kind: fc.constant('count-points' as const), each: amount }),
  fc.record({
    kind: fc.constant('deviation' as const),
    base: amount,
    reference: fc.oneof(
      amount.map((at) => ({ at })),
      arbitrarySource({ own: true, item }, 1).source.map((source) => ({ source })),
    ),
    above: side,
    below: fc.oneof(side, fc.constant({ kind: 'no-points' as const })),
    partSteps,
  }),
  fc.record({
    kind: fc.constant('curve' as const),
    knots: knotsOf(arbitrarySource({ own: true, item }, 1).source).map((ats) =>
      ats.map((at, index) => ({ at, score: String(index * 3) })),
    ),
    between: fc.constantFrom('steps' as const, 'linear' as const),
    below: amount,
    equal: fc.constantFrom('above' as const, 'below' as const),
  }),
];

const shapesAmong: fc.Arbitrary<Shape>[] = [
  fc.record(
    {
      kind: fc.constant('efficacy' as const),
      base: fc.integer({ min: 0, max: 100 }).map((percent) => (percent / 100).toFixed(2)),
      better,
      whenEqual: fc.constantFrom('full' as const, 'base' as const, 'zero' as const),
      range: fc.record({ low: fc.constant('1'), high: fc.oneof(fc.constant('9'), arbitrarySource({}, 1).source) }),
    },
    { requiredKeys: ['kind', 'base', 'better', 'whenEqual'] },
  ),
  fc.record({
    kind: fc.constant('deviation' as const),
    base: amount,
    reference: fc.constantFrom('target' as const, 'mean' as const),
    above: side,
    below: side,
    partSteps,
  }),
  fc.record({
    kind: fc.constant('rank-points' as const),
    better,
    bands: rising.map((tos) => tos.map((to) => ({ to: to + 1, score: String(60 - to) }))),
    beyond: amount,
    tied: fc.constantFrom('first' as const, 'mean' as const, 'last' as const),
  }),
  fc.record({
    kind: fc.constant('ratio-to-first' as const),
    better,
    whenZero: fc.constantFrom('full' as const, 'zero' as const),
  }),
];

const choosing = (plain: fc.Arbitrary<Shape>[], item: boolean): fc.Arbitrary<Shape> =>
  fc.record({
    kind: fc.constant('choose' as const),
    cases: fc.array(fc.record({ when: arbitrarySource({ own: true, item }, 1).condition, shape: fc.oneof(...plain) }), {
      minLength: 1,
      maxLength: 2,
    }),
    otherwise: fc.oneof(...plain),
  }) as fc.Arbitrary<Shape>;

const plain = [...shapesAlone(false), ...shapesAmong];
/** Shapes of every kind. */
export const arbitraryShape = fc.oneof(...plain, choosing(plain, false));
/** Those that can score an item by itself. */
export const arbitraryItemShape = fc.oneof(...shapesAlone(true), choosing(shapesAlone(true), true));
