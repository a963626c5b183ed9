import fc from 'fast-check';
import {
  type Composite,
  type Indicator,
  type Measured,
  type Question,
  type Reading,
  type Rule,
  type Scheme,
} from '#libs/assessment';
import { arbitraryOutcome } from './arbitrary-outcome.js';
import { arbitraryItemShape, arbitraryShape } from './arbitrary-shape.js';
import { metrics } from './assessment-scheme.js';
import { answers, arbitraryItems, arbitrarySource } from './arbitrary-source.js';
import { amount, limits, positive, rounding, schedule, zeroRule } from './arbitrary-terms.js';

const source: fc.Arbitrary<Measured['source']> = fc.oneof(
  { weight: 3, arbitrary: arbitrarySource({}).source },
  {
    weight: 1,
    arbitrary: positive.map((min) => ({ kind: 'metric' as const, metric: 'signed-projects', minFixedAssets: min })),
  },
);

const target = fc.oneof(
  fc.record(
    { each: fc.oneof(fc.constantFrom('none', '0'), positive), zeroTarget: zeroRule, schedule },
    { requiredKeys: ['each', 'zeroTarget'] },
  ),
  fc.record({ source: arbitrarySource({}, 1).source, zeroTarget: zeroRule }),
);

const inRule = fc.oneof(amount, arbitrarySource({ score: true }, 1).source);
const effect: fc.Arbitrary<Rule['then']> = fc.oneof(
  amount.map((points) => ({ kind: 'points' as const, points })),
  inRule.map((by) => ({ kind: 'multiply' as const, by })),
  inRule.map((points) => ({ kind: 'add' as const, points })),
  inRule.map((at) => ({ kind: 'cap' as const, at })),
  amount.map((at) => ({ kind: 'floor' as const, at })),
  fc.constant({ kind: 'not-applicable' as const }),
);

const rulesWith = (own: boolean, indicators: readonly string[] = []): fc.Arbitrary<Rule[]> =>
  fc.array(
    fc.record(
      {
        when: arbitrarySource({ own, score: true, indicators }, 1).condition,
        then: effect,
        reason: fc.constant('方案规定'),
      },
      { requiredKeys: ['then', 'reason'] },
    ),
    { maxLength: 2 },
  );

const role = fc.constantFrom(
  'scored' as const,
  'scored' as const,
  'scored' as const,
  'adjustment' as const,
  'reference' as const,
);
const about = { code: fc.constant(''), name: fc.constant('指标'), role, points: positive };
const options = {
  rounding: fc.oneof(fc.constant('exact' as const), rounding),
  whenNotApplicable: fc.oneof(
    fc.constantFrom('zero' as const, 'full' as const, 'mean' as const),
    amount.map((points) => ({ points })),
  ),
};
const compared = fc.constantFrom('apart' as const, 'together' as const);
const notApplicable = fc.constantFrom('leave-out' as const, 'scale-up' as const);
const required = ['code', 'name', 'role', 'points'] as const;

const measured: fc.Arbitrary<Measured> = fc
  .tuple(
    fc.record(
      { ...about, ...options, source, shape: arbitraryShape, target, rules: rulesWith(true), compared },
      { requiredKeys: [...required, 'source', 'shape', 'target'] },
    ),
    limits,
  )
  .map(([leaf, bounds]) => ({ ...leaf, ...bounds }));

const inItem = arbitrarySource({ item: true }, 1);
const itemised: fc.Arbitrary<Measured> = fc
  .tuple(
    fc.record({
      ...about,
      source: arbitraryItems(inItem.condition, inItem.source),
      shape: arbitraryItemShape,
      perItem: limits,
    }),
    limits,
  )
  .map(([leaf, bounds]) => ({ ...leaf, ...bounds }));

const leaf = fc.oneof({ weight: 3, arbitrary: measured }, { weight: 1, arbitrary: itemised });

const pointsOf = (parts: readonly Indicator[]): number[] =>
  parts.filter((part) => part.role === 'scored').map(({ points }) => Number(points));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What the scored parts can make, by the way they are combined. */
function madeOf(combine: Composite['combine'], points: readonly number[]): number {
  if (points.length === 0) return 0;
  const best = [...points].sort((a, b) => b - a);
  if (typeof combine === 'object') return sum(best.slice(0, combine.best));
  if (combine === 'highest') return Math.max(...points);
  return combine === 'lowest' ? Math.min(...points) : sum(points);
}

const combine = fc.oneof(
  fc.constantFrom('sum' as const, 'highest' as const, 'lowest' as const),
  fc.record({ best: fc.integer({ min: 1, max: 3 }) }),
);

const branchOf = (parts: fc.Arbitrary<Indicator[]>): fc.Arbitrary<Composite> =>
  fc
    .tuple(
      fc.record(
        { ...about, ...options, parts, combine, rules: rulesWith(false), notApplicable },
        { requiredKeys: [...required, 'parts', 'combine'] },
      ),
      limits,
    )
    .map(([branch, bounds]) => {
      const points = (madeOf(branch.combine, pointsOf(branch.parts)) + 1).toFixed(1);
      return { ...branch, ...bounds, base: '1', points };
    });

const some = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 3 });
const indicator: fc.Arbitrary<Indicator> = fc.oneof(
  leaf,
  branchOf(some(fc.oneof<fc.Arbitrary<Indicator>[]>(leaf, branchOf(some<Indicator>(leaf))))),
);

/** Every indicator with a code of its own. */
const coded = (indicators: readonly Indicator[], prefix = 'i'): Indicator[] =>
  indicators.map((each, index) => {
    const code = `${prefix}${index}`;
    return 'parts' in each ? { ...each, code, parts: coded(each.parts, code) } : { ...each, code };
  });

const subjects: fc.Arbitrary<Scheme['subjects']> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.record({
    kind: fc.constant('groups' as const),
    of: fc.constant('unit' as const),
    groups: fc.constant([{ name: '甲组' }, { name: '乙组' }]),
    compared: fc.constantFrom('apart' as const, 'together' as const),
    ranked: fc.constantFrom('apart' as const, 'together' as const),
  }),
);

/** Schemes of every source, shape, rule and outcome in random trees, nearly all of them right. */
export const arbitraryScheme: fc.Arbitrary<Scheme> = fc
  .record(
    {
      indicators: some(indicator).map((indicators) => coded(indicators)),
      subjects,
      rounding: fc
        .tuple(
          rounding,
          fc.constantFrom('indicator' as const, 'first-level' as const, 'total' as const),
          fc.record({ total: rounding }, { requiredKeys: [] }),
        )
        .map(([rule, stage, own]) => ({ ...rule, stage, ...own })),
      notApplicable,
      ties: fc.record({
        compare: fc.constantFrom('rounded' as const, 'exact' as const),
        breakers: fc.oneof(
          fc.constantFrom<string[]>([], ['i0']),
          arbitrarySource({ indicators: ['i0'] }, 1).source.map((of) => [{ of, better: 'lower' as const }]),
        ),
        next: fc.constantFrom('skip' as const, 'dense' as const),
      }),
      rules: rulesWith(false, ['i0']),
      outcome: arbitraryOutcome,
      better: fc.constantFrom('higher' as const, 'lower' as const),
    },
    { requiredKeys: ['indicators', 'subjects', 'rounding', 'notApplicable', 'ties'] },
  )
  .map((parts) => {
    const listing = leavesIn(parts.indicators).filter(({ source: { kind } }) => kind === 'items' || kind === 'entries');
    const onceOnly = [{ indicators: listing.map(({ code }) => code), keep: 'highest' as const }];
    return {
      code: 'random',
      name: '随机方案',
      version: 1,
      period: { from: '2022-01-01', to: '2022-12-31' },
      points: sum(pointsOf(parts.indicators)).toFixed(1),
      ...parts,
      ...(listing.length > 1 && { onceOnly }),
    };
  });

const leavesIn = (indicators: readonly Indicator[]): Measured[] =>
  indicators.flatMap((each) => ('parts' in each ? leavesIn(each.parts) : [each]));

/** Answers of the right form to one question of a scheme. */
export function arbitraryAnswer(question: Question): fc.Arbitrary<Reading> {
  const { quantity, rate, items, panel, members, missing } = answers as Record<string, fc.Arbitrary<Reading>>;
  if (question.kind === 'metric') return pick(metrics.get(question.metric)?.kind === 'rate' ? rate : quantity);
  if (question.kind === 'entries') return pick(items);
  if (question.kind === 'items') return fc.oneof(pick(items), pick(missing));
  if (question.kind === 'panel') return fc.oneof(pick(panel), pick(missing));
  if (question.kind !== 'scheme') return fc.oneof(pick(quantity), pick(missing));
  if (question.of.kind === 'members') return fc.oneof(pick(members), pick(missing));
  return fc.oneof(pick(question.take === 'normalised' ? rate : quantity), pick(missing));
}

const pick = (of: fc.Arbitrary<Reading> | undefined): fc.Arbitrary<Reading> => {
  if (!of) throw new Error('there is no such answer');
  return of;
};
