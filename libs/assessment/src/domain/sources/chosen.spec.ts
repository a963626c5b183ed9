import { describe, expect, it } from '@jest/globals';
import { type Answers, certified, given, scoreOf, when } from '../../../../../test/support/assessed.js';
import { faultOf } from '../../../../../test/support/receipt.js';
import { type LookupSource, type Source } from './source.js';

const work = certified('work', 'not-applicable');
const number = (value: string): Source => ({ kind: 'number', value });
const exact = { places: 6, mode: 'half-up' } as const;

/** The score that a source alone leads to, with its sentence; a calculator has gone through it. */
function found(source: Source, answers: Answers) {
  const card = scoreOf(given('found', { source, rounding: exact }), answers);
  expect([card?.formula, faultOf(card?.formula ?? '')]).toEqual([card?.formula, undefined]);
  return card;
}

describe('powers and logarithms', () => {
  const power = (to: string, whenUndefined: 'zero' | 'not-applicable' = 'not-applicable'): Source => ({
    kind: 'power',
    of: work,
    to,
    whenUndefined,
  });

  it.each<[string, Source, string, string]>([
    ['a square root', power('0.5'), '9', '9^0.5=3，得 3.000000 分'],
    ['a square', power('2'), '-3', '(-3)^2=9，得 9.000000 分'],
    ['a reciprocal', power('-1'), '4', '4^(-1)=0.25，得 0.250000 分'],
    [
      'a natural logarithm',
      { kind: 'logarithm', of: work, base: 'e', whenUndefined: 'zero' },
      '2',
      'ln(2)≈0.69314718，四舍五入得 0.693147 分',
    ],
    [
      'a logarithm to the base of ten',
      { kind: 'logarithm', of: work, base: '10', whenUndefined: 'zero' },
      '1000',
      'lg(1000)=3，得 3.000000 分',
    ],
    [
      'an exponential',
      { kind: 'exponential', of: work, whenUndefined: 'zero' },
      '-1',
      'e^(-1)≈0.36787944，四舍五入得 0.367879 分',
    ],
  ])('%s', (_what, source, value, formula) => expect(found(source, { work: value })).toMatchObject({ formula }));

  it.each<[string, Source, string]>([
    ['the root of a negative number', power('0.5'), '-1'],
    ['the reciprocal of zero', power('-1'), '0'],
    ['a result beyond twelve digits', power('3'), '999999'],
    ['the logarithm of zero', { kind: 'logarithm', of: work, base: 'e', whenUndefined: 'not-applicable' }, '0'],
    ['a huge exponential', { kind: 'exponential', of: work, whenUndefined: 'not-applicable' }, '99'],
  ])('%s is what the scheme says', (_what, source, value) => {
    expect(found(source, { work: value })).toMatchObject({ score: null });
    expect(found({ ...source, whenUndefined: 'zero' } as Source, { work: value })?.score).toBe('0.000000');
  });

  it('make an efficacy coefficient that grows ever faster (指数功效函数): 60 × (100 ÷ 60)^t', () => {
    const t: Source = {
      kind: 'share',
      numerator: { kind: 'difference', of: work, minus: number('10') },
      denominator: number('20'),
      zeroDenominator: 'zero',
    };
    const share: Source = {
      kind: 'share',
      numerator: number('100'),
      denominator: number('60'),
      zeroDenominator: 'zero',
    };
    const source: Source = {
      kind: 'product',
      of: [number('60'), { kind: 'power', of: share, to: t, whenUndefined: 'zero' }],
    };
    expect(found(source, { work: '10' })?.score).toBe('60.000000');
    expect(found(source, { work: '30' })?.score).toBe('100.000000');
    // 60 × (5 ÷ 3)^0.5 = 60 × 1.290994…
    expect(found(source, { work: '20' })).toMatchObject({
      score: '77.459667',
      formula: '60×(100÷60)^((20-10)÷20)≈77.45966692，四舍五入得 77.459667 分',
    });
  });
});

describe('a table of values', () => {
  const table = (changes: Partial<LookupSource> = {}): Source => ({
    kind: 'lookup',
    of: work,
    knots: [
      { at: '1', value: '2' },
      { at: '5', value: '4' },
    ],
    between: 'steps',
    below: '0',
    ...changes,
  });

  it.each([
    ['0.9', '0.000000', '0.9 低于起点 1，取 0，得 0.000000 分'],
    ['1', '2.000000', '1 在 1 至 5 一档（不含 5），取 2，得 2.000000 分'],
    ['5', '4.000000', '5 不低于 5，在最高一档，取 4，得 4.000000 分'],
  ])('gives for %s the value of its step', (value, score, formula) => {
    expect(found(table(), { work: value })).toMatchObject({ score, formula });
  });

  it('takes a value on a knot to the step below where the knot is left out (不含)', () => {
    expect(found(table({ equal: 'below' }), { work: '5' })).toMatchObject({
      score: '2.000000',
      formula: '5 在 1 至 5 一档（不含 1），取 2，得 2.000000 分',
    });
    expect(found(table({ equal: 'below' }), { work: '1' })?.formula).toContain('1 不高于起点 1');
  });

  it('goes straight from one to the next', () => {
    expect(found(table({ between: 'linear' }), { work: '2' })?.score).toBe('2.500000');
  });
});

describe('a table whose steps are other numbers', () => {
  const table = (between: 'steps' | 'linear'): Source => ({
    kind: 'lookup',
    of: work,
    knots: [
      { at: certified('base', 'not-applicable'), value: '60' },
      { at: { kind: 'sum', of: [certified('base'), number('10')] }, value: '80' },
      { at: certified('goal', 'not-applicable'), value: '100' },
    ],
    between,
    below: '0',
  });

  it('has them for each subject as they are there (底线值、基准值、挑战值)', () => {
    const targets = { base: '10', goal: '40' };
    expect(found(table('linear'), { work: '25', ...targets })).toMatchObject({ score: '85.000000' });
    expect(found(table('linear'), { work: '25', base: '20', goal: '40' })).toMatchObject({ score: '70.000000' });
    expect(found(table('steps'), { work: '39.9', ...targets })).toMatchObject({ score: '80.000000' });
    expect(found(table('linear'), { work: '9.9', ...targets })).toMatchObject({ score: '0.000000' });
  });

  it('takes the last that a value is past where they don’t rise, and nothing where one is missing', () => {
    expect(found(table('linear'), { work: '15', base: '10', goal: '12' })).toMatchObject({ score: '100.000000' });
    expect(found(table('linear'), { work: '15', base: '10', goal: null })).toMatchObject({ score: null });
  });
});

describe('the mean of several numbers', () => {
  const three: Source = { kind: 'mean', of: ['y1', 'y2', 'y3'].map((year) => certified(year, 'not-applicable')) };

  it('is that of those that there are (不满三年的按实有年份), and none of nothing', () => {
    expect(found(three, { y1: '1', y2: '2', y3: '6' })).toMatchObject({ formula: '(1+2+6)÷3=3，得 3.000000 分' });
    expect(found(three, { y1: '1', y2: null, y3: '6' })).toMatchObject({ formula: '(1+6)÷2=3.5，得 3.500000 分' });
    expect(found(three, { y1: null, y2: null, y3: null })).toMatchObject({ score: null });
  });

  it('is of all that were certified, zero being a number', () =>
    expect(found({ kind: 'mean', of: [certified('y1'), number('3')] }, { y1: null })).toMatchObject({
      score: '1.500000',
    }));
});

describe('a number picked by conditions', () => {
  it('is that of the first case that holds', () => {
    const source: Source = {
      kind: 'choose',
      cases: [
        { when: when(work, 'at-least', '10'), of: number('5') },
        { when: when(work, 'at-least', '5'), of: number('3') },
      ],
      otherwise: number('1'),
    };
    expect(found(source, { work: '12' })).toMatchObject({
      formula: '因 12≥10，得 5.000000 分',
      inputs: [{ value: '12' }],
    });
    expect(found(source, { work: '7' })?.score).toBe('3.000000');
    expect(found(source, { work: '1' })?.score).toBe('1.000000');
  });

  it('is how many of several hold (达标项数)', () => {
    const source: Source = {
      kind: 'met',
      of: [when(work, 'at-least', '10'), when(certified('other'), 'at-least', '1')],
    };
    expect(found(source, { work: '12', other: '0' })).toMatchObject({
      score: '1.000000',
      formula: '2 项条件中符合 1 项：12≥10，得 1.000000 分',
    });
    expect(found(source, { work: null, other: '0' })?.score).toBe('0.000000');
  });

  it('is the first that there is, and what comes after needn’t be there', () => {
    const source: Source = { kind: 'first-found', of: [work, certified('last-year', 'refuse')] };
    expect(found(source, { work: '4', 'last-year': null })?.score).toBe('4.000000');
    expect(found(source, { work: null, 'last-year': '3' })).toMatchObject({
      score: '3.000000',
      formula: '前 1 个来源没有数，得 3.000000 分',
    });
    expect(() => found(source, { work: null, 'last-year': null })).toThrow(RangeError);
  });

  it('adds up what an item earns for its kind, its size and its progress', () => {
    const item = (value: string): Source => ({ kind: 'item', value });
    const kind: Source = {
      kind: 'choose',
      cases: [{ when: { kind: 'tagged', tag: 'new' }, of: number('5') }],
      otherwise: number('2'),
    };
    const size: Source = {
      kind: 'lookup',
      of: item('plan'),
      knots: [
        { at: '10000', value: '6' },
        { at: '50000', value: '10' },
        { at: '100000', value: '20' },
      ],
      between: 'steps',
      below: '3',
    };
    const progress: Source = {
      kind: 'product',
      of: [
        number('60'),
        { kind: 'share', numerator: item('done'), denominator: item('plan'), zeroDenominator: { value: '0' } },
      ],
    };
    const source: Source = {
      kind: 'items',
      input: 'projects',
      by: 'bureau',
      missing: 'zero',
      split: 'whole',
      combine: 'sum',
      of: { kind: 'sum', of: [kind, size, progress] },
    };
    const projects = [
      { id: 'p1', values: { plan: '60000', done: '30000' }, tags: ['new'] },
      { id: 'p2', values: { plan: '8000', done: '8000' } },
    ];
    // 5 + 10 + 60 × 0.5 = 45; 2 + 3 + 60 = 65.
    expect(found(source, { projects })?.score).toBe('110.000000');
  });
});
