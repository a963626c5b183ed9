import fc from 'fast-check';
import { type Condition, type Source, type ZeroRule } from '#libs/assessment';
import { amount, positive, zeroRule } from './arbitrary-terms.js';

const compared = fc.option(fc.constantFrom('apart' as const, 'together' as const), { nil: undefined });
const some = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });

/** Sources that compare subjects; `alone` are numbers that each subject has by itself. */
export const amongPeers = (alone: fc.Arbitrary<Source>): fc.Arbitrary<Source>[] => [
  fc.record({
    kind: fc.constant('place' as const),
    of: alone,
    better: fc.constantFrom('higher' as const, 'lower' as const),
    from: fc.constantFrom('first' as const, 'last' as const),
    as: fc.constantFrom('number' as const, 'share' as const),
    tied: fc.constantFrom('first' as const, 'mean' as const, 'last' as const),
    compared,
  }),
  fc.record({
    kind: fc.constant('among' as const),
    of: alone,
    take: fc.oneof(
      fc.constantFrom('mean' as const, 'median' as const, 'sum' as const, 'highest' as const, 'lowest' as const),
      fc.constantFrom('count' as const, 'deviation' as const, 'sample-deviation' as const),
      fc.constantFrom('0', '0.25', '0.9', '1').map((quantile) => ({ quantile })),
    ),
    dropHighest: some,
    dropLowest: some,
    only: fc.constantFrom(undefined, { highest: 2 }, { lowest: 1 }),
    compared,
  }),
];

const undefinedRule: fc.Arbitrary<{ whenUndefined: ZeroRule }> = zeroRule.map((whenUndefined) => ({ whenUndefined }));
const rising = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 5 }).map((ats) => ats.sort((a, b) => a - b));

/** Where knots are: rising numbers, some of them with another source after them. */
export const knotsOf = (inner: fc.Arbitrary<Source>): fc.Arbitrary<(string | Source)[]> =>
  fc
    .tuple(rising, fc.option(inner, { nil: undefined }))
    .map(([ats, last]) => [...ats.map(String), ...(last ? [last] : [])]);

/** Sources made of other sources and of conditions by more than plain arithmetic. */
export const madeOf = (inner: fc.Arbitrary<Source>, condition: fc.Arbitrary<Condition>): fc.Arbitrary<Source>[] => [
  fc
    .tuple(inner, fc.oneof(fc.constantFrom('0.5', '2', '-1', '0'), inner), undefinedRule)
    .map(([of, to, rule]) => ({ kind: 'power', of, to, ...rule })),
  fc
    .tuple(inner, fc.constantFrom('e' as const, '10' as const), undefinedRule)
    .map(([of, base, rule]) => ({ kind: 'logarithm', of, base, ...rule })),
  fc.tuple(inner, undefinedRule).map(([of, rule]) => ({ kind: 'exponential', of, ...rule })),
  fc.record(
    {
      kind: fc.constant('lookup' as const),
      of: inner,
      knots: knotsOf(inner).map((ats) => ats.map((at, index) => ({ at, value: String(index / 2) }))),
      between: fc.constantFrom('steps' as const, 'linear' as const),
      below: amount,
      equal: fc.constantFrom('above' as const, 'below' as const),
    },
    { requiredKeys: ['kind', 'of', 'knots', 'between', 'below'] },
  ),
  fc.record({
    kind: fc.constant('choose' as const),
    cases: fc.array(fc.record({ when: condition, of: inner }), { minLength: 1, maxLength: 2 }),
    otherwise: inner,
  }),
  fc.array(condition, { minLength: 1, maxLength: 3 }).map((of) => ({ kind: 'met', of })),
  fc.array(inner, { minLength: 1, maxLength: 3 }).map((of) => ({ kind: 'first-found', of })),
  positive.map((each) => ({ kind: 'stated', each, units: { u1: '2', u2: 'none' } })),
];
