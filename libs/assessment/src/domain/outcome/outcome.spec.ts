import { describe, expect, it } from '@jest/globals';
import { cardsOf, certified, given, when } from '../../../../../test/support/assessed.js';
import { scheme } from '../../../../../test/support/assessment-scheme.js';
import { type Outcome } from './outcome.js';

describe('an outcome', () => {
  const veto = when(certified('veto'), 'at-least', '1');
  const of = (outcome: Outcome) => scheme({ indicators: [given('work')], outcome });
  const grades = {
    by: 'rank',
    bands: [
      { grade: '优', limit: '1' },
      { grade: '良', limit: '2' },
    ],
    otherwise: '中',
    vacancies: 'kept',
  } as const;
  const units = { a: { work: '9', veto: '1' }, b: { work: '8', veto: '0' }, c: { work: '7', veto: '0' } };
  const seen = (outcome: Outcome) =>
    Object.values(cardsOf(of(outcome), units)).map(({ unit, rank, outcome: of }) => [unit.code, rank, of?.grade]);
  const rule = (then: NonNullable<Outcome['rules']>[number]['then']) => [{ when: veto, then, reason: '否决' }];

  it('keeps the place of the disqualified or fills it', () => {
    const rules = rule({ kind: 'disqualify' });
    expect(seen({ grades, rules })).toEqual([
      ['a', 1, null],
      ['b', 2, '良'],
      ['c', 3, '中'],
    ]);
    expect(seen({ grades: { ...grades, vacancies: 'filled' }, rules })).toEqual([
      ['a', 1, null],
      ['b', 2, '优'],
      ['c', 3, '良'],
    ]);
  });

  it('fills the place of those who may not have the grade, in that grade only', () => {
    const rules = rule({ kind: 'at-best', grade: '良' });
    expect(seen({ grades, rules })).toEqual([
      ['a', 1, '良'],
      ['b', 2, '良'],
      ['c', 3, '中'],
    ]);
    expect(seen({ grades: { ...grades, vacancies: 'filled' }, rules })).toEqual([
      ['a', 1, '良'],
      ['b', 2, '优'],
      ['c', 3, '中'],
    ]);
  });

  it('lists by the grade after all rules; the disqualified have none', () => {
    const graded = (is: 'at-least' | 'below', than: string) => when({ kind: 'result', take: 'grade' }, is, than);
    const lists = [
      { code: 'end', name: '末等', when: graded('at-least', '3') },
      { code: 'none', name: '没有等次', when: { kind: 'not', of: graded('at-least', '1') } },
    ] as const;
    const listed = (then: NonNullable<Outcome['rules']>[number]['then']) =>
      Object.values(cardsOf(of({ grades, rules: rule(then), lists }), units)).map((card) => card.outcome?.lists);
    expect(listed({ kind: 'demote', by: 2 })).toEqual([['end'], [], ['end']]);
    expect(listed({ kind: 'disqualify' })).toEqual([['none'], [], ['end']]);
  });

  it('of totals of which the lower is better ranks and grades the other way round', () => {
    const bands = [
      { grade: '优', limit: '7' },
      { grade: '良', limit: '8' },
    ];
    const lower = { ...of({ grades: { ...grades, by: 'total', bands } }), better: 'lower' } as const;
    expect(
      Object.values(cardsOf(lower, units)).map((card) => [card.unit.code, card.rank, card.outcome?.grade]),
    ).toEqual([
      ['c', 1, '优'],
      ['b', 2, '良'],
      ['a', 3, '中'],
    ]);
  });

  it('puts a unit behind all others', () => {
    expect(seen({ grades, rules: rule({ kind: 'last' }) })).toEqual([
      ['b', 1, '优'],
      ['c', 2, '良'],
      ['a', 3, '中'],
    ]);
  });

  it.each([
    [{ kind: 'demote', by: 1 }, '良'],
    [{ kind: 'demote', by: 9 }, '中'],
    [{ kind: 'promote', by: 3 }, '优'],
    [{ kind: 'at-best', grade: '良' }, '良'],
    [{ kind: 'at-least', grade: '中' }, '优'],
  ] as const)('changes a grade: %j', (then, grade) => {
    expect(seen({ grades, rules: rule(then) })[0]).toEqual(['a', 1, grade]);
  });

  it('lists those for whom the condition holds, and not the excused', () => {
    const lists = [
      { code: 'top', name: '红榜', when: when({ kind: 'result', take: 'rank' }, 'below', '3'), unless: veto },
      { code: 'end', name: '黑榜', when: when({ kind: 'result', take: 'rank-from-last' }, 'below', '2') },
    ];
    const cards = cardsOf(of({ lists }), units);
    expect(Object.values(cards).map(({ outcome }) => outcome?.lists)).toEqual([[], ['top'], ['end']]);
    expect(cards.c?.outcome?.because).toEqual(['列入“黑榜”（1<2）']);
  });

  it('rounds a quota as the scheme says, and leaves the place of those under the line empty', () => {
    const share = {
      by: 'rank-share',
      bands: [
        { grade: '优', limit: '0.5', minTotal: '8.5' },
        { grade: '良', limit: '0.9' },
      ],
      otherwise: '中',
      vacancies: 'kept',
    } as const;
    // Half of three is one and a half.
    expect(seen({ grades: share }).map(([, , grade]) => grade)).toEqual(['优', '良', '中']);
    expect(seen({ grades: { ...share, quota: 'up' } }).map(([, , grade]) => grade)).toEqual(['优', '良', '良']);
    const low = share.bands.map(({ grade, limit }) => ({ grade, limit }));
    expect(seen({ grades: { ...share, bands: low, quota: 'half-up' } }).map(([, , grade]) => grade)).toEqual([
      '优',
      '优',
      '良',
    ]);
  });

  it('lists by the rank as a share of all', () => {
    const lists = [
      { code: 'third', name: '前三分之一', when: when({ kind: 'result', take: 'rank-share' }, 'below', '0.34') },
    ];
    expect(Object.values(cardsOf(of({ lists }), units)).map(({ outcome }) => outcome?.lists)).toEqual([
      ['third'],
      [],
      [],
    ]);
  });
});
