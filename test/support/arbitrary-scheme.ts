import fc from 'fast-check';
import { type Composite, type Indicator, type Measured, type Scheme } from '#libs/assessment';

type Shape = Measured['shape'];

const amount = fc.integer({ min: -400, max: 400 }).map((tenths) => (tenths / 10).toFixed(1));
const positive = fc.integer({ min: 1, max: 400 }).map((tenths) => (tenths / 10).toFixed(1));
const bound = fc.oneof(amount, fc.constant('none'));
const zeroRule = fc.oneof(
  fc.constantFrom('zero' as const, 'full' as const, 'not-applicable' as const),
  amount.map((points) => ({ points })),
);
const better = fc.constantFrom('higher' as const, 'lower' as const);
const side = fc.record({
  kind: fc.constant('steps' as const),
  each: positive,
  per: positive,
  of: fc.constantFrom('rate' as const, 'value' as const),
});
const rising = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 5 }).map((steps) => steps.sort((a, b) => a - b));

const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.constant({ kind: 'proportional' as const }),
  fc.record({ kind: fc.constant('count-points' as const), each: amount }),
  fc.record({
    kind: fc.constant('efficacy' as const),
    base: fc.integer({ min: 0, max: 100 }).map((percent) => (percent / 100).toFixed(2)),
    better,
    whenEqual: fc.constantFrom('full' as const, 'base' as const, 'zero' as const),
  }),
  fc.record({
    kind: fc.constant('deviation' as const),
    base: amount,
    reference: fc.oneof(
      fc.constantFrom('target' as const, 'mean' as const),
      amount.map((at) => ({ at })),
    ),
    above: side,
    below: fc.oneof(side, fc.constant({ kind: 'no-points' as const })),
    partSteps: fc.constantFrom('count' as const, 'drop' as const),
  }),
  fc.record({
    kind: fc.constant('curve' as const),
    knots: rising.map((ats) => ats.map((at, index) => ({ at: String(at), score: String(index * 3) }))),
    between: fc.constantFrom('steps' as const, 'linear' as const),
    below: amount,
  }),
  fc.record({
    kind: fc.constant('rank-points' as const),
    better,
    bands: rising.map((tos) => tos.map((to) => ({ to: to + 1, score: String(60 - to) }))),
    beyond: amount,
  }),
  fc.record({
    kind: fc.constant('ratio-to-first' as const),
    whenZero: fc.constantFrom('full' as const, 'zero' as const),
  }),
);

const source: fc.Arbitrary<Measured['source']> = fc.oneof(
  fc.constant({ kind: 'metric' as const, metric: 'outings' }),
  positive.map((minFixedAssets) => ({ kind: 'metric' as const, metric: 'signed-projects', minFixedAssets })),
  zeroRule.map((zeroDenominator) => ({ kind: 'metric' as const, metric: 'start-rate', zeroDenominator })),
  zeroRule.map((zeroDenominator) => ({
    kind: 'share' as const,
    numerator: { kind: 'metric' as const, metric: 'started-projects' },
    denominator: { kind: 'metric' as const, metric: 'signed-projects' },
    zeroDenominator,
  })),
);

const target = fc.record({ each: fc.oneof(fc.constantFrom('none', '0'), positive), zeroTarget: zeroRule });

/** Bounds the right way round. */
const limits = fc
  .tuple(bound, bound)
  .map(([cap, floor]) =>
    cap !== 'none' && floor !== 'none' && Number(cap) < Number(floor) ? { cap: floor, floor: cap } : { cap, floor },
  );

const role = fc.constantFrom('scored' as const, 'scored' as const, 'adjustment' as const);
const about = { code: fc.constant(''), name: fc.constant('指标'), role, points: positive };

const measured: fc.Arbitrary<Measured> = fc
  .tuple(fc.record({ ...about, source, shape, target }), limits)
  .map(([leaf, bounds]) => ({ ...leaf, ...bounds }));

const pointsOf = (parts: readonly Indicator[]): number[] =>
  parts.filter((part) => part.role === 'scored').map(({ points }) => Number(points));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const branchOf = (parts: fc.Arbitrary<Indicator[]>): fc.Arbitrary<Composite> =>
  fc
    .tuple(fc.record({ ...about, parts, combine: fc.constantFrom('sum' as const, 'highest' as const) }), limits)
    .map(([branch, bounds]) => {
      const points = pointsOf(branch.parts);
      const most = branch.combine === 'sum' ? sum(points) : Math.max(0, ...points);
      return { ...branch, ...bounds, base: '1', points: (most + 1).toFixed(1) };
    });

const some = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 3 });
const indicator: fc.Arbitrary<Indicator> = fc.oneof(
  measured,
  branchOf(some(fc.oneof<fc.Arbitrary<Indicator>[]>(measured, branchOf(some<Indicator>(measured))))),
);

/** Every indicator with a code of its own. */
const coded = (indicators: readonly Indicator[], prefix = 'i'): Indicator[] =>
  indicators.map((each, index) => {
    const code = `${prefix}${index}`;
    return 'parts' in each ? { ...each, code, parts: coded(each.parts, code) } : { ...each, code };
  });

/** Schemes of every shape in random trees, nearly all of them right. */
export const arbitraryScheme: fc.Arbitrary<Scheme> = fc
  .record({
    indicators: some(indicator).map((indicators) => coded(indicators)),
    rounding: fc.record({
      stage: fc.constantFrom('indicator' as const, 'total' as const),
      places: fc.nat(6),
      mode: fc.constantFrom('half-up' as const, 'truncate' as const),
    }),
    notApplicable: fc.constantFrom('leave-out' as const, 'scale-up' as const),
    ties: fc.record({
      compare: fc.constantFrom('rounded' as const, 'exact' as const),
      breakers: fc.constantFrom<string[]>([], ['i0']),
      next: fc.constantFrom('skip' as const, 'dense' as const),
    }),
  })
  .map((parts) => ({
    code: 'random',
    name: '随机方案',
    version: 1,
    period: { from: '2022-01-01', to: '2022-12-31' },
    subjects: { kind: 'all' as const },
    points: sum(pointsOf(parts.indicators)).toFixed(1),
    ...parts,
  }));
