import fc from 'fast-check';
import { type Condition, type Reading, type Source } from '#libs/assessment';
import { amongPeers, madeOf } from './arbitrary-nested.js';
import { amount, limits, positive, rounding, schedule, zeroRule } from './arbitrary-terms.js';

/** What there is at hand where a source is to stand, and the indicators that it may name. */
export interface Surroundings {
  readonly own?: boolean;
  readonly score?: boolean;
  readonly item?: boolean;
  readonly result?: boolean;
  readonly indicators?: readonly string[];
}

const by = 'bureau';
const missing = fc.constantFrom('zero' as const, 'not-applicable' as const);
const number = amount.map((value) => ({ kind: 'number' as const, value }));

const combine = fc.oneof(
  fc.constantFrom('sum' as const, 'mean' as const, 'highest' as const, 'lowest' as const),
  fc.record({ best: fc.integer({ min: 1, max: 3 }) }),
);
const split = fc.oneof(
  fc.constantFrom('whole' as const, 'share' as const),
  fc.record({ places: fc.nat(3), ties: fc.constantFrom('first' as const, 'last' as const) }),
);
const optional = (condition: fc.Arbitrary<Condition>, value: fc.Arbitrary<Source>) => ({
  where: condition,
  exclude: fc.array(fc.record({ when: condition, reason: fc.constant('不予认定') }), { maxLength: 2 }),
  of: value,
});
const certifiedList = {
  kind: fc.constant('items' as const),
  input: fc.constantFrom('list-1', 'list-2'),
  by: fc.constant(by),
  missing,
  split,
  combine,
};

/** Lists, certified or of the ledger, by the kinds of conditions and values that stand in them. */
export const arbitraryItems = (condition: fc.Arbitrary<Condition>, value: fc.Arbitrary<Source>): fc.Arbitrary<Source> =>
  fc.oneof(
    fc.record(
      { ...certifiedList, ...optional(condition, value) },
      { requiredKeys: ['kind', 'input', 'by', 'missing', 'split', 'combine'] },
    ),
    fc.record(
      {
        kind: fc.constant('entries' as const),
        metric: fc.constant('signed-projects'),
        each: fc.constant('project' as const),
        split,
        combine,
        ...optional(condition, value),
      },
      { requiredKeys: ['kind', 'metric', 'each', 'split', 'combine'] },
    ),
  );

const conditionsOnItems: fc.Arbitrary<Condition>[] = [
  fc.constantFrom('new', 'old').map((tag) => ({ kind: 'tagged' as const, tag })),
  fc.record(certifiedList).map((list) => ({ kind: 'listed' as const, in: list })),
];

/** Sources and conditions of every kind that may stand somewhere, in one another to a small depth. */
export function arbitrarySource({ own, score, item, result, indicators = [] }: Surroundings, depth = 2) {
  const nesting = { maxDepth: depth, depthSize: 'small', depthIdentifier: fc.createDepthIdentifier() } as const;
  const { source, condition } = fc.letrec<{ source: Source; condition: Condition }>((tie) => {
    const inner = tie('source');
    const asked: fc.Arbitrary<Source>[] = [
      fc.record({
        kind: fc.constant('certified' as const),
        input: fc.constantFrom('in-1', 'in-2', 'in-3'),
        by: fc.constant(by),
        missing,
      }),
      missing.map((rule) => ({ kind: 'certified', input: 'common', by, missing: rule, common: true as const })),
      fc.constant({ kind: 'metric' as const, metric: 'outings' }),
      zeroRule.map((zeroDenominator) => ({ kind: 'metric' as const, metric: 'start-rate', zeroDenominator })),
      missing.map((rule) => ({ kind: 'register', metric: 'outings', of: 'period', missing: rule })),
      fc.record({
        kind: fc.constant('panel' as const),
        input: fc.constant('panel'),
        by: fc.constant(by),
        panels: fc.constant([
          { code: 'park', weight: '0.7' },
          { code: 'town', weight: '0.3' },
        ]),
        dropHighest: fc.nat(2),
        dropLowest: fc.nat(2),
        missing,
      }),
      missing.map((rule) => ({
        kind: 'discretionary',
        input: 'grant',
        by,
        range: { from: '-2', to: '5' },
        missing: rule,
      })),
      fc.record({
        kind: fc.constant('scheme' as const),
        scheme: fc.constant('other'),
        take: fc.constantFrom('total' as const, 'rank' as const, 'normalised' as const, 'grade' as const),
        of: fc.constantFrom(
          { kind: 'same' as const },
          { kind: 'members' as const, members: 'children' as const, combine: 'mean' as const },
          {
            kind: 'members' as const,
            members: 'children' as const,
            combine: 'weighted' as const,
            weight: { input: 'weight', by },
          },
        ),
        missing,
      }),
    ];
    const takes = [
      ...(own ? (['value', 'target', 'measured', 'points'] as const) : []),
      ...(score ? (['score'] as const) : []),
    ];
    const owns = takes.map((take) => fc.constant({ kind: 'own' as const, take }));
    const values = fc.record({ kind: fc.constant('item' as const), value: fc.constantFrom('investment', 'tax') });
    const results = fc.record({
      kind: fc.constant('result' as const),
      take: fc.constantFrom('total', 'rank', 'rank-from-last', 'rank-share'),
    });
    const atHand: fc.Arbitrary<Source>[] = [
      ...owns,
      ...(item ? [values] : []),
      ...(result ? [results] : []),
      ...indicators.map((code) =>
        fc.constantFrom('score' as const, 'rate' as const).map((take) => ({ kind: 'indicator' as const, code, take })),
      ),
    ];
    const several = fc.array(inner, { minLength: 1, maxLength: 3 });
    const alone = depth > 0 ? arbitrarySource({ indicators }, depth - 1).source : number;
    const listed = depth > 0 ? arbitrarySource({ own, score, item: true, result, indicators }, depth - 1) : undefined;
    const composed: fc.Arbitrary<Source>[] = [
      fc.record({
        kind: fc.constant('share' as const),
        numerator: inner,
        denominator: inner,
        zeroDenominator: zeroRule,
      }),
      fc.record({ kind: fc.constant('difference' as const), of: inner, minus: inner }),
      fc.record({ kind: fc.constant('growth' as const), of: inner, base: inner, zeroDenominator: zeroRule }),
      fc.record({ kind: fc.constantFrom('sum', 'product', 'highest', 'lowest', 'mean'), of: several }),
      fc.record({ kind: fc.constant('rounded' as const), of: inner, rounding }),
      fc.tuple(inner, limits).map(([of, bounds]) => ({ kind: 'bounded', of, ...bounds })),
      schedule.map((each) => ({ kind: 'elapsed', schedule: each })),
      ...amongPeers(alone),
      ...madeOf(inner, tie('condition')),
      ...(listed ? [arbitraryItems(listed.condition, listed.source)] : []),
    ];
    const compare = fc.record({
      kind: fc.constant('compare' as const),
      of: inner,
      is: fc.constantFrom(
        'at-least' as const,
        'above' as const,
        'at-most' as const,
        'below' as const,
        'equal' as const,
        'not-equal' as const,
      ),
      than: fc.oneof(amount, inner),
    });
    const conditions = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
    return {
      source: fc.oneof(nesting, number, ...asked, ...atHand, ...composed),
      condition: fc.oneof(
        nesting,
        compare,
        ...(item ? conditionsOnItems : []),
        tie('condition').map((of) => ({ kind: 'not' as const, of })),
        fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: conditions }),
        fc.record({ kind: fc.constant('at-least' as const), count: fc.integer({ min: 1, max: 3 }), of: conditions }),
      ),
    };
  });
  return { source, condition };
}

const figure = (name: string) => amount.map((value) => ({ name, value }));
const item = fc.record(
  {
    id: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
    name: fc.constant('项目'),
    values: fc.dictionary(fc.constantFrom('investment', 'tax'), positive),
    tags: fc.subarray(['new', 'old']),
    share: fc.constantFrom('1', '0.5', '1/3', '0'),
    unrecognised: fc.constant('查无此项'),
  },
  { requiredKeys: ['id', 'name', 'values', 'tags'] },
);

/** An answer of the right form to a question of each kind. */
export const answers: Readonly<Record<string, fc.Arbitrary<Reading>>> = {
  quantity: figure('数').map((quantity) => ({ kind: 'quantity', quantity })),
  rate: fc
    .record({ numerator: figure('分子'), denominator: figure('分母') })
    .map((sides) => ({ kind: 'rate', ...sides })),
  items: fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 4 }).map((items) => ({ kind: 'items', items })),
  panel: fc
    .array(fc.record({ panel: fc.constantFrom('park', 'town'), score: figure('分') }), { maxLength: 8 })
    .map((scores) => ({ kind: 'panel', scores })),
  members: fc
    .array(fc.record({ result: figure('得分'), weight: figure('权重') }), { maxLength: 3 })
    .map((members) => ({ kind: 'members', members })),
  missing: fc.constant({ kind: 'missing' }),
};
