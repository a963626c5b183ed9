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
