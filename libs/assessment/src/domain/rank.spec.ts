import { describe, expect, it } from '@jest/globals';
import { cardsOf, certified, given } from '../../../../test/support/assessed.js';
import { branch, leaf, quantity, rate, scheme, subject } from '../../../../test/support/assessment-scheme.js';
import { scoreScheme } from './score.js';
import { type Scheme, type TieRule } from './scheme.js';

describe('a tie is broken', () => {
  const units = {
    a: { x: '3', y: '2', accidents: '1' },
    b: { x: '3', y: '2', accidents: '0' },
    c: { x: '2', y: '3', accidents: null },
    d: { x: '4', y: '1', accidents: '9' },
  };
  const ranks = (breakers: TieRule['breakers']) =>
    Object.values(
      cardsOf(
        scheme({
          indicators: [branch([given('x', { points: '5' }), given('y', { points: '5' })])],
          ties: { compare: 'rounded', breakers, next: 'skip' },
        }),
        units,
      ),
    ).map(({ unit, rank }) => `${rank}${unit.code}`);
  const accidents = certified('accidents', 'not-applicable');

  it.each<[string, TieRule['breakers'], string[]]>([
    ['not at all', [], ['1a', '1b', '1c', '1d']],
    ['by an indicator of any level', ['x'], ['1d', '2a', '2b', '4c']],
    ['by one after another', ['y', 'x'], ['1c', '2a', '2b', '4d']],
    ['by a number, fewer being better', ['x', { of: accidents, better: 'lower' }], ['1d', '2b', '3a', '4c']],
    ['by a number that one of them lacks', [{ of: accidents, better: 'lower' }], ['1b', '2a', '3d', '4c']],
    ['by a number, more being better', [{ of: accidents, better: 'higher' }], ['1d', '2a', '3b', '4c']],
  ])('%s', (_what, breakers, ranked) => expect(ranks(breakers)).toEqual(ranked));
});

/** Two leaves worth five points each: outings against a target of 10, and the start rate. */
const outings = leaf({ points: '5', cap: '5', target: { each: '10', zeroTarget: 'zero' } });
const startRate = leaf({
  code: 'start-rate',
  name: '开工率',
  points: '5',
  cap: '5',
  source: { kind: 'metric', metric: 'start-rate', zeroDenominator: 'not-applicable' },
  target: undefined,
});
const unit = (code: string, made: string, started: string, signed: string) =>
  subject(code, { outings: quantity(made), 'start-rate': rate(started, signed) });

const totals = (of: Scheme, ...subjects: ReturnType<typeof subject>[]) =>
  scoreScheme(of, subjects).map(({ unit: { code }, total, rank }) => [code, total, rank]);

describe('ranks', () => {
  const of = (changes: Partial<TieRule> = {}, stage: 'indicator' | 'total' = 'indicator') =>
    scheme({
      indicators: [outings, startRate],
      ties: { compare: 'rounded', breakers: [], next: 'skip', ...changes },
      rounding: { stage, places: 1, mode: 'half-up' },
    });
  const field = [
    unit('cc', '8', '1', '1'),
    unit('dd', '2', '0', '1'),
    unit('bb', '10', '4', '5'),
    unit('aa', '5', '0', '1'),
  ];

  it('are shared by equals, in the order of their codes, and the next is skipped or not', () => {
    expect(totals(of(), ...field)).toEqual([
      ['bb', '9.0', 1],
      ['cc', '9.0', 1],
      ['aa', '2.5', 3],
      ['dd', '1.0', 4],
    ]);
    expect(totals(of({ next: 'dense' }), ...field).map(([, , rank]) => rank)).toEqual([1, 1, 2, 3]);
  });

  it('go by the printed total or by the exact one', () => {
    const near = [unit('aa', '0', '334', '1000'), unit('bb', '0', '1', '3')];
    expect(totals(of({}, 'total'), ...near).map(([, , rank]) => rank)).toEqual([1, 1]);
    expect(totals(of({ compare: 'exact' }, 'total'), ...near)).toEqual([
      ['aa', '1.7', 1],
      ['bb', '1.7', 2],
    ]);
  });

  it('takes totals for equal that are, whichever divisions led to them', () => {
    const thirds = [unit('aa', '0', '2', '3'), unit('bb', '3.333333', '0', '1'), unit('cc', '0', '20', '30')];
    expect(totals(of({ compare: 'exact' }, 'total'), ...thirds).map(([code, , rank]) => [code, rank])).toEqual([
      ['aa', 1],
      ['cc', 1],
      ['bb', 3],
    ]);
  });

  it('of nobody are none', () => expect(scoreScheme(of(), [])).toEqual([]));
});
