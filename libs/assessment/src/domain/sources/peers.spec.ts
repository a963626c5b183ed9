import { describe, expect, it } from '@jest/globals';
import { cardsOf, certified, given, scoresOf } from '../../../../../test/support/assessed.js';
import { scheme } from '../../../../../test/support/assessment-scheme.js';
import { type AmongSource, type PlaceSource, type Source } from './source.js';

const work = certified('work', 'not-applicable');
const number = (value: string): Source => ({ kind: 'number', value });
const among = (take: AmongSource['take'], changes: Partial<AmongSource> = {}): Source => ({
  kind: 'among',
  of: work,
  take,
  ...changes,
});
const exact = { places: 6, mode: 'half-up', stage: 'indicator' } as const;
const figures = (...values: (string | null)[]) =>
  Object.fromEntries(values.map((value, index) => [`u${index + 1}`, { work: value }]));
const found = (source: Source, units: ReturnType<typeof figures>) =>
  scoresOf(given('found', { source }), units, { rounding: exact });

describe('standard scores (标准差标准化)', () => {
  const z: Source = {
    kind: 'share',
    numerator: { kind: 'difference', of: work, minus: among('mean') },
    denominator: among('deviation'),
    zeroDenominator: { value: '0' },
  };
  const score: Source = { kind: 'sum', of: [number('50'), { kind: 'product', of: [number('10'), z] }] };

  it('are distances from the mean in standard deviations', () => {
    // Mean 5, squares 9 1 1 1 0 0 4 16, 32 ÷ 8 = 4, deviation 2.
    const units = figures('2', '4', '4', '4', '5', '5', '7', '9');
    expect(found(score, units)).toMatchObject({ u1: '35.000000', u2: '45.000000', u5: '50.000000', u8: '70.000000' });
  });

  it('over a sample divide by one fewer', () => {
    expect(found(among('sample-deviation'), figures('1', '2', '3'))).toMatchObject({ u1: '1.000000' });
    expect(found(among('sample-deviation'), figures('1'))).toEqual({ u1: null });
  });

  it('of equal values are what the scheme says, though thirds lie between', () => {
    const third: Source = { kind: 'share', numerator: work, denominator: number('3'), zeroDenominator: 'zero' };
    const of = (take: AmongSource['take']): Source => ({ kind: 'among', of: third, take });
    const equal: Source = {
      kind: 'share',
      numerator: { kind: 'difference', of: third, minus: of('mean') },
      denominator: of('deviation'),
      zeroDenominator: { value: '0' },
    };
    expect(found(equal, figures('1', '1', '1'))).toEqual({ u1: '0.000000', u2: '0.000000', u3: '0.000000' });
  });
});

describe('benchmarks among those who are compared', () => {
  const units = figures('10', '20', '40', '80', null);

  it.each<[string, Source, string]>([
    ['how many have a number', among('count'), '4.000000'],
    ['the mean without the highest and the lowest', among('mean', { dropHighest: 1, dropLowest: 1 }), '30.000000'],
    ['the mean of the best three', among('mean', { only: { highest: 3 } }), '46.666667'],
    ['the mean of the last two', among('mean', { only: { lowest: 2 } }), '15.000000'],
    ['the upper quartile, on the line between', among({ quantile: '0.75' }), '50.000000'],
    ['the highest as a quantile', among({ quantile: '1' }), '80.000000'],
  ])('%s', (_what, source, value) => expect(found(source, units)).toMatchObject({ u1: value, u5: value }));

  it('are none where all are dropped', () => {
    expect(found(among('mean', { dropHighest: 2, dropLowest: 2 }), units)).toMatchObject({ u1: null });
  });

  it('spread values from the worst to the best (极差标准化)', () => {
    const spread: Source = {
      kind: 'share',
      numerator: { kind: 'difference', of: work, minus: among('lowest') },
      denominator: { kind: 'difference', of: among('highest'), minus: among('lowest') },
      zeroDenominator: { value: '1' },
    };
    expect(found(spread, figures('10', '25', '40'))).toEqual({ u1: '0.000000', u2: '0.500000', u3: '1.000000' });
    expect(found(spread, figures('10', '10'))).toEqual({ u1: '1.000000', u2: '1.000000' });
  });
});

describe('places', () => {
  const place = (changes: Partial<PlaceSource> = {}): Source => ({
    kind: 'place',
    of: work,
    better: 'higher',
    from: 'first',
    as: 'number',
    ...changes,
  });
  const units = figures('9', '7', '7', '7', '1');

  it('of equals are the first that they take up, the last, or the mean of them', () => {
    expect(found(place(), units)).toMatchObject({ u1: '1.000000', u3: '2.000000', u5: '5.000000' });
    expect(found(place({ tied: 'last' }), units)).toMatchObject({ u1: '1.000000', u3: '4.000000' });
    expect(found(place({ tied: 'mean' }), units)).toMatchObject({ u1: '1.000000', u3: '3.000000' });
    expect(found(place({ tied: 'mean', as: 'share' }), units)).toMatchObject({ u3: '0.600000' });
  });

  it('give points that fall with each, and points for places won since last year (进位)', () => {
    const falling = given('falling', {
      source: place(),
      shape: {
        kind: 'deviation',
        base: '10',
        reference: { at: '1' },
        above: { kind: 'steps', of: 'value', each: '-0.5', per: '1' },
        below: { kind: 'no-points' },
        partSteps: 'count',
      },
    });
    expect(scoresOf(falling, units)).toMatchObject({ u1: '10.00', u2: '9.50', u5: '8.00' });
    const won: Source = {
      kind: 'difference',
      of: { ...place(), of: certified('last-year') } as Source,
      minus: place(),
    };
    const two = {
      u1: { work: '9', 'last-year': '1' },
      u2: { work: '5', 'last-year': '3' },
      u3: { work: '4', 'last-year': '2' },
    };
    expect(scoresOf(given('won', { source: won }), two)).toEqual({ u1: '2.00', u2: '-1.00', u3: '-1.00' });
  });
});

describe('a scheme of several groups', () => {
  const subjects = {
    kind: 'groups',
    of: 'unit',
    groups: [{ name: '甲' }, { name: '乙' }],
    compared: 'apart',
    ranked: 'apart',
  } as const;
  const units = { a1: { work: '5' }, a2: { work: '4' }, b1: { work: '10' } };
  const groups = { a1: '甲', a2: '甲', b1: '乙' };
  const scores = (of: ReturnType<typeof given>) =>
    Object.values(cardsOf(scheme({ indicators: [of], subjects }), units, groups)).map(({ unit, total }) => [
      unit.code,
      total,
    ]);

  it('compares one indicator or one number over all of them all the same', () => {
    const first = { kind: 'ratio-to-first', whenZero: 'zero' } as const;
    expect(scores(given('work', { shape: first }))).toEqual([
      ['a1', '10.00'],
      ['a2', '8.00'],
      ['b1', '10.00'],
    ]);
    expect(scores(given('work', { shape: first, compared: 'together' }))).toEqual([
      ['a1', '5.00'],
      ['a2', '4.00'],
      ['b1', '10.00'],
    ]);
    expect(scores(given('all', { source: among('highest', { compared: 'together' }) }))).toContainEqual([
      'a1',
      '10.00',
    ]);
  });

  it('states a number for each group and, where it says so, for a subject of its own', () => {
    const stated: Source = { kind: 'stated', each: { groups: { 甲: '1.2', 乙: '1' } }, units: { a2: '1.5' } };
    const source: Source = { kind: 'product', of: [work, stated] };
    expect(scores(given('hard', { source }))).toEqual([
      ['a1', '6.00'],
      ['a2', '6.00'],
      ['b1', '10.00'],
    ]);
  });
});
