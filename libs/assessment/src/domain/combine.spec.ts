import { describe, expect, it } from '@jest/globals';
import { cardsOf, certified, given } from '../../../../test/support/assessed.js';
import { branch, scheme } from '../../../../test/support/assessment-scheme.js';
import { type Scheme } from './scheme.js';

describe('groups', () => {
  const of = (compared: 'apart' | 'together', ranked: 'apart' | 'together') =>
    scheme({
      points: { groups: { 甲: '10', 乙: '20' } },
      subjects: { kind: 'groups', of: 'unit', groups: [{ name: '甲' }, { name: '乙' }], compared, ranked },
      indicators: [
        given('work', {
          points: { groups: { 甲: '10', 乙: '20' } },
          shape: { kind: 'ratio-to-first', whenZero: 'zero' },
        }),
      ],
    });
  const units = { a1: { work: '5' }, a2: { work: '4' }, b1: { work: '10' } };
  const groups = { a1: '甲', a2: '甲', b1: '乙' };
  const totals = (scheme: Scheme) =>
    Object.values(cardsOf(scheme, units, groups)).map(({ unit, total, rank }) => [unit.code, total, rank]);

  it('are compared and ranked by themselves or all together, each with its own points', () => {
    expect(totals(of('apart', 'apart'))).toEqual([
      ['a1', '10.00', 1],
      ['a2', '8.00', 2],
      ['b1', '20.00', 1],
    ]);
    expect(totals(of('together', 'together'))).toEqual([
      ['b1', '20.00', 1],
      ['a1', '5.00', 2],
      ['a2', '4.00', 3],
    ]);
  });
});

describe('a weighted branch', () => {
  const of = (notApplicable: Scheme['notApplicable']) =>
    scheme({
      notApplicable,
      indicators: [
        branch(
          [
            given('level', { weight: '0.4' }),
            given('pace', { weight: '0.6', source: certified('pace', 'not-applicable') }),
          ],
          {
            combine: 'weighted',
          },
        ),
      ],
    });

  it('mixes its parts, and scales up the weights of those that apply', () => {
    expect(cardsOf(of('leave-out'), { u: { level: '8', pace: '6' } }).u?.indicators[0]?.formula).toBe(
      '8×0.4+6×0.6=6.8，得 6.80 分',
    );
    expect(cardsOf(of('leave-out'), { u: { level: '8', pace: null } }).u?.total).toBe('3.20');
    expect(cardsOf(of('scale-up'), { u: { level: '8', pace: null } }).u?.total).toBe('8.00');
  });
});

describe('an indicator for reference', () => {
  it('counts for nothing itself, and others convert its score (原始分折算)', () => {
    const raw = { kind: 'indicator', code: 'raw', take: 'score' } as const;
    const converted = given('converted', {
      points: '30',
      source: {
        kind: 'share',
        numerator: raw,
        denominator: { kind: 'among', of: raw, take: 'highest' },
        zeroDenominator: 'zero',
      },
      shape: { kind: 'proportional' },
    });
    const parts = [given('aa', { points: '60' }), given('bb', { points: '60' })];
    const of = scheme({
      points: '30',
      indicators: [branch(parts, { code: 'raw', role: 'reference', points: '120' }), converted],
    });
    const cards = cardsOf(of, { u: { aa: '50', bb: '50' }, v: { aa: '40', bb: '20' } });
    expect(Object.values(cards).map(({ unit, total }) => [unit.code, total])).toEqual([
      ['u', '30.00'],
      ['v', '18.00'],
    ]);
    expect(cards.v?.formula).toBe('得 18.00 分');
  });

  it('neither competes with others nor is missed by them', () => {
    const reference = given('aa', { role: 'reference', points: '99' });
    const best = branch([reference, given('bb')], { combine: 'highest' });
    expect(cardsOf(scheme({ indicators: [best] }), { u: { aa: '9', bb: '4' } }).u?.total).toBe('4.00');
    const both = scheme({ indicators: [reference, given('bb')], notApplicable: 'scale-up' });
    expect(cardsOf(both, { u: { aa: '9', bb: '4' } }).u?.total).toBe('4.00');
  });
});
