import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryAnswer, arbitraryScheme } from '../../../../test/support/arbitrary-scheme.js';
import { answering, branch, leaf, metrics, scheme } from '../../../../test/support/assessment-scheme.js';
import { faultOf } from '../../../../test/support/receipt.js';
import { type Scheme } from './scheme.js';
import { scoreScheme } from './score.js';
import { type IndicatorScore } from './scorecard.js';
import { validateScheme } from './validate-scheme.js';

/** Field and code of every problem. */
const problemsOf = (value: unknown) => {
  const checked = validateScheme(value, metrics);
  return checked.valid ? [] : checked.problems.map(({ field, code }) => [field, code]);
};
const withLeaf = (changes: object) => scheme({ indicators: [leaf(changes)] });

describe('a scheme that is right', () => {
  it('is accepted', () => {
    expect(validateScheme(scheme(), metrics)).toEqual({ valid: true, scheme: scheme() });
  });
});

describe('a scheme that is wrong is refused with the place and the reason', () => {
  const rateSource = { kind: 'metric', metric: 'start-rate' };
  const twice = [leaf({ code: 'aa', points: '5' }), leaf({ code: 'aa', points: '5' })];
  const deep = [1, 2, 3, 4, 5].reduce<Scheme['indicators'][number]>(
    (inner, n) => branch([inner], { code: `b${n}` }),
    leaf(),
  );

  it.each<[string, unknown, string, string]>([
    ['no object', [], '', 'SCHEME.VALUE'],
    ['an unknown field', { ...scheme(), colour: 'red' }, 'colour', 'SCHEME.UNKNOWN_FIELD'],
    ['a missing field', { ...scheme(), ties: undefined }, 'ties', 'SCHEME.MISSING_FIELD'],
    ['money as a number', withLeaf({ points: 10 }), 'indicators[0].points', 'SCHEME.VALUE'],
    ['an exponent', withLeaf({ cap: '1e9' }), 'indicators[0].cap', 'SCHEME.VALUE'],
    ['half a character', { ...scheme(), name: '\ud800' }, 'name', 'SCHEME.VALUE'],
    ['a day that isn’t', scheme({ period: { from: '2022-02-30', to: '2022-12-31' } }), 'period.from', 'SCHEME.VALUE'],
    ['a period backwards', scheme({ period: { from: '2022-12-31', to: '2022-01-01' } }), 'period', 'SCHEME.PERIOD'],
    ['an unknown shape', withLeaf({ shape: { kind: 'magic' } }), 'indicators[0].shape.kind', 'SCHEME.UNKNOWN_KIND'],
    [
      'an inherited shape',
      withLeaf({ shape: { kind: 'toString' } }),
      'indicators[0].shape.kind',
      'SCHEME.UNKNOWN_KIND',
    ],
    [
      'an unknown metric',
      withLeaf({ source: { kind: 'metric', metric: 'smiles' } }),
      'indicators[0].source.metric',
      'SCHEME.UNKNOWN_METRIC',
    ],
    [
      'no rule for a zero denominator',
      withLeaf({ source: rateSource }),
      'indicators[0].source.zeroDenominator',
      'SCHEME.ZERO_RULE_MISSING',
    ],
    [
      'a zero rule without a denominator',
      withLeaf({ source: { ...leaf().source, zeroDenominator: 'zero' } }),
      'indicators[0].source.zeroDenominator',
      'SCHEME.ZERO_RULE_IDLE',
    ],
    [
      'a size of what has none',
      withLeaf({ source: { ...leaf().source, minInvestment: '1' } }),
      'indicators[0].source',
      'SCHEME.METRIC_WITHOUT_AMOUNTS',
    ],
    ['a cap below the floor', withLeaf({ cap: '1', floor: '2' }), 'indicators[0].cap', 'SCHEME.CAP_BELOW_FLOOR'],
    ['points that don’t add up', scheme({ points: '100' }), 'points', 'SCHEME.POINTS_SUM'],
    [
      'parts that don’t add up',
      scheme({ indicators: [branch([leaf({ points: '4' })])] }),
      'indicators[0].points',
      'SCHEME.POINTS_SUM',
    ],
    ['a code used twice', scheme({ indicators: twice }), 'indicators[1].code', 'SCHEME.REPEATED'],
    [
      'a unit named twice',
      scheme({ subjects: { kind: 'units', units: ['aa', 'aa'] } }),
      'subjects.units',
      'SCHEME.REPEATED',
    ],
    [
      'a tie breaker that isn’t there',
      scheme({ ties: { ...scheme().ties, breakers: ['bb'] } }),
      'ties.breakers[0]',
      'SCHEME.UNKNOWN_INDICATOR',
    ],
    [
      'a tree too deep',
      scheme({ indicators: [deep] }),
      'indicators[0].parts[0].parts[0].parts[0].parts[0]',
      'SCHEME.TOO_DEEP',
    ],
    [
      'a target of nobody',
      {
        ...withLeaf({ target: { each: '1', units: { bb: '2' }, zeroTarget: 'zero' } }),
        subjects: { kind: 'units', units: ['aa'] },
      },
      'indicators[0].target.units.bb',
      'SCHEME.UNKNOWN_SUBJECT',
    ],
    [
      'overlapping bands',
      withLeaf({
        shape: {
          kind: 'rank-points',
          better: 'higher',
          beyond: '0',
          bands: [
            { to: 3, score: '2' },
            { to: 3, score: '1' },
          ],
        },
      }),
      'indicators[0].shape.bands[1].to',
      'SCHEME.NOT_RISING',
    ],
    [
      'a distance from no target',
      withLeaf({
        target: undefined,
        shape: {
          kind: 'deviation',
          base: '1',
          reference: 'target',
          above: { kind: 'steps', each: '1', per: '1', of: 'rate' },
          below: { kind: 'no-points' },
          partSteps: 'drop',
        },
      }),
      'indicators[0].target',
      'SCHEME.TARGET_MISSING',
    ],
    [
      'a share of a rate that has no rule of its own',
      withLeaf({
        source: {
          kind: 'share',
          numerator: { kind: 'metric', metric: 'outings' },
          denominator: rateSource,
          zeroDenominator: 'zero',
        },
      }),
      'indicators[0].source.denominator.zeroDenominator',
      'SCHEME.ZERO_RULE_MISSING',
    ],
  ])('%s', (_what, value, field, code) => {
    // As it would arrive: undefined fields are gone.
    const arrived = JSON.parse(JSON.stringify(value)) as unknown;
    expect(problemsOf(arrived)).toContainEqual([field, code]);
  });
});

describe('whatever arrives', () => {
  it('is answered, never thrown at', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 6 }),
      fc.anything({ withNullPrototype: true, withSparseArray: true }),
    );
    fc.assert(fc.property(anything, (value) => void expect(validateScheme(value, metrics)).toHaveProperty('valid')));
  });

  it('at any place in a scheme is answered too', () => {
    fc.assert(
      fc.property(arbitraryScheme, fc.nat(), fc.jsonValue({ maxDepth: 2 }), fc.gen(), (right, place, value, gen) => {
        const checked = validateScheme(withValueAt(right, place, value), metrics);
        if (checked.valid) scoreScheme(checked.scheme, subjectsFor(checked.scheme, 2, gen));
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('is answered however deep it goes', () => {
    let deep: Scheme['indicators'][number] = leaf();
    for (let depth = 0; depth < 50_000; depth++) deep = branch([deep]);
    expect(problemsOf(scheme({ indicators: [deep] }))).toHaveLength(1);
  });
});

/** The scheme as JSON with one of its values, counted round and round, replaced. */
function withValueAt(right: Scheme, place: number, value: unknown): unknown {
  let count = 0;
  JSON.stringify(right, (_key, each: unknown) => (count++, each));
  let at = 0;
  return JSON.parse(JSON.stringify(right, (_key, each: unknown) => (at++ === place % count ? value : each)) ?? 'null');
}

describe('what is accepted', () => {
  it('can be scored, and a calculator comes to the figure in every formula', () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryScheme, fc.integer({ min: 1, max: 4 }), fc.gen(), (candidate, size, gen) => {
        const arrived = JSON.parse(JSON.stringify(candidate)) as Scheme;
        const checked = validateScheme(arrived, metrics);
        if (!checked.valid) return;
        accepted += 1;
        const cards = scoreScheme(checked.scheme, subjectsFor(checked.scheme, size, gen));
        expect(cards).toHaveLength(size);
        for (const card of cards) {
          expect(card.total).toMatch(/^-?\d+(\.\d+)?$/);
          for (const formula of [card.formula, ...formulasOf(card.indicators)])
            expect([formula, faultOf(formula)]).toEqual([formula, undefined]);
        }
      }),
      { numRuns: 300, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});

const formulasOf = (indicators: readonly IndicatorScore[]): string[] =>
  indicators.flatMap(({ formula, parts = [] }) => [formula, ...formulasOf(parts)]);

/** Units with random answers to every question; where the scheme has groups, by turns of each. */
const subjectsFor = (of: Scheme, size: number, gen: fc.GeneratorValue) =>
  Array.from({ length: size }, (_, index) =>
    answering(
      of,
      { code: `u${index}`, name: `U${index}` },
      (_name, question) => gen(() => arbitraryAnswer(question)),
      of.subjects.kind === 'groups' ? ['甲组', '乙组'][index % 2] : undefined,
    ),
  );
