import { describe, expect, it } from '@jest/globals';
import { branch, leaf, metrics, scheme } from '../../../../../test/support/assessment-scheme.js';
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
const half = (code: string, weight?: string) => leaf({ code, weight });
const items = { kind: 'items', input: 'list', by: 'bureau', missing: 'zero', split: 'whole', combine: 'sum' } as const;
const grades = { by: 'total', bands: [{ grade: '优', limit: '60' }], otherwise: '差', vacancies: 'kept' } as const;
const rollUp = (code: string) => ({
  kind: 'scheme',
  scheme: code,
  take: 'total',
  of: { kind: 'same' },
  missing: 'zero',
});

describe('a scheme that contradicts itself is refused with the place and the reason', () => {
  it.each<[string, object, string, string]>([
    [
      'weights that aren’t the whole',
      scheme({ indicators: [branch([half('aa', '0.4'), half('bb', '0.5')], { combine: 'weighted' })] }),
      'indicators[0].parts',
      'SCHEME.WEIGHTS_SUM',
    ],
    [
      'a part without a weight',
      scheme({ indicators: [branch([half('aa', '0.4'), half('bb')], { combine: 'weighted' })] }),
      'indicators[0].parts[1].weight',
      'SCHEME.WEIGHT_MISSING',
    ],
    ['a weight where none is asked for', withLeaf({ weight: '1' }), 'indicators[0].weight', 'SCHEME.WEIGHT_IDLE'],
    [
      'an indicator that needs itself',
      withLeaf({ rules: rule({ kind: 'indicator', code: 'outings', take: 'score' }) }),
      'indicators[0].rules[0].when.of',
      'SCHEME.CYCLIC',
    ],
    [
      'an indicator that isn’t there',
      withLeaf({ rules: rule({ kind: 'indicator', code: 'nothing', take: 'score' }) }),
      'indicators[0].rules[0].when.of.code',
      'SCHEME.UNKNOWN_INDICATOR',
    ],
    ['a scheme rolled up into itself', withSource(rollUp('example')), 'indicators[0].source.scheme', 'SCHEME.CYCLIC'],
    [
      'a scheme rolled up by way of another',
      withSource(rollUp('year')),
      'indicators[0].source.scheme',
      'SCHEME.CYCLIC',
    ],
    [
      'a scheme that nobody published',
      withSource(rollUp('none')),
      'indicators[0].source.scheme',
      'SCHEME.UNKNOWN_SCHEME',
    ],
    [
      'segments that overlap',
      withLeaf({
        shape: {
          kind: 'deviation',
          base: '1',
          reference: 'target',
          above: {
            kind: 'segments',
            of: 'rate',
            segments: [
              { to: '0.3', each: '1', per: '1' },
              { to: '0.2', each: '1', per: '1' },
            ],
          },
          below: { kind: 'no-points' },
          partSteps: 'drop',
        },
      }),
      'indicators[0].shape.above.segments[1].to',
      'SCHEME.NOT_RISING',
    ],
    [
      'a schedule that goes back',
      withLeaf({
        target: {
          each: '1',
          schedule: { monthly: ['0.5', '0.4', ...Array<string>(10).fill('1')] },
          zeroTarget: 'zero',
        },
      }),
      'indicators[0].target.schedule.monthly[1]',
      'SCHEME.NOT_RISING',
    ],
    [
      'a comparison of single items',
      withLeaf({
        source: items,
        target: undefined,
        shape: { kind: 'ratio-to-first', whenZero: 'zero' },
        perItem: { cap: 'none', floor: 'none' },
      }),
      'indicators[0].shape',
      'SCHEME.PER_ITEM',
    ],
    [
      'a group that is left out',
      { ...withLeaf({ target: { each: { groups: { 甲: '1' } }, zeroTarget: 'zero' } }), subjects: groups('甲', '乙') },
      'indicators[0].target.each',
      'SCHEME.GROUP_MISSING',
    ],
    [
      'a group that isn’t there',
      { ...withLeaf({ groups: ['甲', '丙'] }), subjects: groups('甲') },
      'indicators[0].groups',
      'SCHEME.UNKNOWN_GROUP',
    ],
    [
      'points that don’t add up in one group',
      { ...withLeaf({ points: { groups: { 甲: '10', 乙: '9' } } }), subjects: groups('甲', '乙') },
      'points',
      'SCHEME.POINTS_SUM',
    ],
    [
      'a cap below the floor in points',
      withLeaf({ cap: { times: '0.5' }, floor: '6' }),
      'indicators[0].cap',
      'SCHEME.CAP_BELOW_FLOOR',
    ],
    [
      'grades that overlap',
      scheme({ outcome: { grades: { ...grades, bands: [...grades.bands, { grade: '良', limit: '60' }] } } }),
      'outcome.grades.bands[1].limit',
      'SCHEME.NOT_RISING',
    ],
    [
      'a grade that isn’t there',
      scheme({
        outcome: {
          grades,
          rules: [{ when: below(certified), then: { kind: 'at-best', grade: '良' }, reason: '否' }] as never,
        },
      }),
      'outcome.rules[0].then.grade',
      'SCHEME.UNKNOWN_GRADE',
    ],
    [
      'a code that is none of an account',
      scheme({ subjects: { kind: 'list', of: 'person', codes: ['张三'] } }),
      'subjects.codes[0]',
      'SCHEME.VALUE',
    ],
    [
      'an item shared out twice',
      scheme({ onceOnly: [{ indicators: ['outings', 'outings'], keep: 'first' }] }),
      'onceOnly[0].indicators[0]',
      'SCHEME.UNKNOWN_INDICATOR',
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
