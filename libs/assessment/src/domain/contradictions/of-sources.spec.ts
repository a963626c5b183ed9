import { describe, expect, it } from '@jest/globals';
import { leaf, metrics, scheme } from '../../../../../test/support/assessment-scheme.js';
import { validateScheme } from '../validate-scheme.js';

const certified = { kind: 'certified', input: 'work', by: 'bureau', missing: 'zero' } as const;
const below = (of: object) => ({ kind: 'compare', of, is: 'below', than: '1' });
const rule = (of: object) => [{ when: below(of), then: { kind: 'multiply', by: '2' }, reason: '加倍' }];
const withLeaf = (changes: object) => scheme({ indicators: [leaf(changes)] });
const withSource = (source: object) => withLeaf({ source, target: undefined });
const groups = (...names: string[]) =>
  ({
    kind: 'groups',
    of: 'unit',
    groups: names.map((name) => ({ name })),
    compared: 'apart',
    ranked: 'apart',
  }) as const;
const items = { kind: 'items', input: 'list', by: 'bureau', missing: 'zero', split: 'whole', combine: 'sum' } as const;
const rollUp = (code: string) => ({
  kind: 'scheme',
  scheme: code,
  take: 'total',
  of: { kind: 'same' },
  missing: 'zero',
});

const entries = {
  kind: 'entries',
  metric: 'signed-projects',
  each: 'project',
  split: 'whole',
  combine: 'sum',
} as const;

describe('a source that nobody can answer, or that stands where it can’t, is refused with the place and the reason', () => {
  it.each<[string, object, string, string]>([
    [
      'weights of panels',
      withSource({
        kind: 'panel',
        input: 'review',
        by: 'bureau',
        panels: [{ code: 'park', weight: '0.9' }],
        missing: 'zero',
      }),
      'indicators[0].source.panels',
      'SCHEME.WEIGHTS_SUM',
    ],
    [
      'an item where there is none',
      withSource({ kind: 'item', value: 'tax' }),
      'indicators[0].source',
      'SCHEME.MISPLACED',
    ],
    [
      'a grade where there are none',
      scheme({
        outcome: { lists: [{ code: 'end', name: '末等', when: below({ kind: 'result', take: 'grade' }) as never }] },
      }),
      'outcome.lists[0].when.of.take',
      'SCHEME.GRADES_MISSING',
    ],
    [
      'a grade before there is one',
      scheme({
        outcome: {
          rules: [{ when: below({ kind: 'result', take: 'grade' }) as never, then: { kind: 'last' }, reason: '末等' }],
        },
      }),
      'outcome.rules[0].when.of.take',
      'SCHEME.MISPLACED',
    ],
    [
      'an item where a table has its steps',
      withLeaf({
        shape: {
          kind: 'curve',
          knots: [{ at: { kind: 'item', value: 'tax' }, score: '1' }],
          between: 'steps',
          below: '0',
        },
      }),
      'indicators[0].shape.knots[0].at',
      'SCHEME.MISPLACED',
    ],
    [
      'a score outside of a rule',
      withLeaf({
        shape: {
          kind: 'choose',
          cases: [{ when: below({ kind: 'own', take: 'score' }), shape: { kind: 'proportional' } }],
          otherwise: { kind: 'proportional' },
        },
      }),
      'indicators[0].shape.cases[0].when.of',
      'SCHEME.MISPLACED',
    ],
    [
      'a result before there is one',
      withSource({ kind: 'result', take: 'rank' }),
      'indicators[0].source',
      'SCHEME.MISPLACED',
    ],
    [
      'a tag where there is no item',
      withLeaf({ rules: [{ when: { kind: 'tagged', tag: 'new' }, then: { kind: 'not-applicable' }, reason: '否' }] }),
      'indicators[0].rules[0].when',
      'SCHEME.MISPLACED',
    ],
    [
      'what is at hand of one, asked of all',
      withLeaf({ rules: rule({ kind: 'among', of: { kind: 'own', take: 'value' }, take: 'mean' }) }),
      'indicators[0].rules[0].when.of.of',
      'SCHEME.MISPLACED',
    ],
    [
      'an input of two units',
      withSource({ kind: 'sum', of: [certified, { ...certified, by: 'office' }] }),
      'indicators[0].source.of[1].input',
      'SCHEME.INPUT_MIXED',
    ],
    [
      'an input of a subject and of members',
      withSource({
        kind: 'sum',
        of: [
          certified,
          {
            ...rollUp('other'),
            of: { kind: 'members', members: 'children', combine: 'weighted', weight: { input: 'work', by: 'bureau' } },
          },
        ],
      }),
      'indicators[0].source.of[1].of.weight.input',
      'SCHEME.INPUT_MIXED',
    ],
    [
      'an input as a number and as a list',
      withSource({ kind: 'sum', of: [certified, { ...items, input: 'work' }] }),
      'indicators[0].source.of[1].input',
      'SCHEME.INPUT_MIXED',
    ],
    [
      'an award with two ranges',
      withSource({
        kind: 'sum',
        of: ['1', '2'].map((to) => ({
          kind: 'discretionary',
          input: 'award',
          by: 'bureau',
          range: { from: '0', to },
          missing: 'zero',
        })),
      }),
      'indicators[0].source.of[1].input',
      'SCHEME.INPUT_MIXED',
    ],
    [
      'a group without its number',
      {
        ...withSource({ kind: 'stated', each: { groups: { 甲: '1' } } }),
        subjects: groups('甲', '乙'),
      },
      'indicators[0].source.each',
      'SCHEME.GROUP_MISSING',
    ],
    [
      'a number for nobody',
      {
        ...withSource({ kind: 'stated', each: '1', units: { bb: '2' } }),
        subjects: { kind: 'units', units: ['aa'] },
      },
      'indicators[0].source.units.bb',
      'SCHEME.UNKNOWN_SUBJECT',
    ],
    [
      'an item where a case is chosen',
      withSource({
        kind: 'choose',
        cases: [{ when: { kind: 'tagged', tag: 'new' }, of: certified }],
        otherwise: certified,
      }),
      'indicators[0].source.cases[0].when',
      'SCHEME.MISPLACED',
    ],
    [
      'own where ties are broken',
      scheme({ ties: { ...scheme().ties, breakers: [{ of: { kind: 'own', take: 'value' }, better: 'higher' }] } }),
      'ties.breakers[0].of',
      'SCHEME.MISPLACED',
    ],
    [
      'a table that falls',
      withSource({
        kind: 'lookup',
        of: certified,
        knots: [
          { at: '2', value: '1' },
          { at: '1', value: '2' },
        ],
        between: 'steps',
        below: '0',
      }),
      'indicators[0].source.knots[1].at',
      'SCHEME.NOT_RISING',
    ],
    [
      'an empty band',
      withSource({ kind: 'metric', metric: 'signed-projects', minInvestment: '5', maxInvestment: '5' }),
      'indicators[0].source.maxInvestment',
      'SCHEME.NOT_RISING',
    ],
    [
      'a share without a rule for zero',
      withSource({ kind: 'share', numerator: certified, denominator: certified }),
      'indicators[0].source.zeroDenominator',
      'SCHEME.MISSING_FIELD',
    ],
    [
      'a rate taken apart',
      withSource({ ...entries, metric: 'start-rate' }),
      'indicators[0].source.metric',
      'SCHEME.ENTRIES',
    ],
    [
      'what is no project’s, by project',
      withSource({ ...entries, metric: 'outings' }),
      'indicators[0].source.each',
      'SCHEME.ENTRIES',
    ],
    [
      'a share of a month',
      withSource({ ...entries, each: 'month', split: 'share' }),
      'indicators[0].source.split',
      'SCHEME.ENTRIES',
    ],
    [
      'an empty band of entries',
      withSource({ ...entries, minInvestment: '5', maxInvestment: '5' }),
      'indicators[0].source.maxInvestment',
      'SCHEME.NOT_RISING',
    ],
    [
      'a list where there is no item',
      withLeaf({ rules: [{ when: { kind: 'listed', in: items }, then: { kind: 'not-applicable' }, reason: '否' }] }),
      'indicators[0].rules[0].when',
      'SCHEME.MISPLACED',
    ],
    [
      'a number for a list',
      withSource({ ...items, where: { kind: 'listed', in: certified } }),
      'indicators[0].source.where.in',
      'SCHEME.VALUE',
    ],
  ])('%s', (_what, value, field, code) => {
    const arrived = JSON.parse(JSON.stringify(value)) as unknown;
    const published = new Map([
      ['year', ['quarter']],
      ['quarter', ['example']],
      ['example', []],
    ]);
    const checked = validateScheme(arrived, metrics, published);
    const problems = checked.valid ? [] : checked.problems;
    expect(problems.map((problem) => [problem.field, problem.code])).toContainEqual([field, code]);
    for (const { message } of problems) expect(message).toMatch(/[\u4e00-\u9fff]/);
  });
});
