import { describe, expect, it } from '@jest/globals';
import { answering, branch, leaf, scheme } from '../../../../test/support/assessment-scheme.js';
import { type Item, type Reading } from './figures.js';
import { type Outcome } from './outcome/outcome.js';
import { type Condition, type Measured, type Rule, type Scheme, type Source } from './scheme.js';
import { scoreScheme } from './score.js';

/** What a unit was certified, by input. */
type Answers = Readonly<Record<string, string | null | readonly Partial<Item>[] | { park: string[] }>>;

const certified = (input: string, missing: 'zero' | 'not-applicable' = 'zero'): Source => ({
  kind: 'certified',
  input,
  by: 'bureau',
  missing,
});
const given = (code: string, changes: Partial<Measured> = {}): Measured =>
  leaf({
    code,
    name: code,
    cap: 'none',
    target: undefined,
    source: certified(code),
    shape: { kind: 'as-given' },
    ...changes,
  });

const readingOf = (answer: Answers[string]): Reading => {
  if (answer === null) return { kind: 'missing' };
  if (typeof answer === 'string') return { kind: 'quantity', quantity: { name: '数', value: answer } };
  if ('park' in answer) {
    return { kind: 'panel', scores: answer.park.map((value) => ({ panel: 'park', score: { name: '分', value } })) };
  }
  return {
    kind: 'items',
    items: answer.map((item) => ({ id: '', name: item.id ?? '', values: {}, tags: [], ...item })),
  };
};

/** Cards by unit. */
function cardsOf(of: Scheme, units: Record<string, Answers>, groups: Record<string, string> = {}) {
  const subjects = Object.entries(units).map(([code, answers]) =>
    answering(of, { code, name: code }, (name) => readingOf(answers[name] ?? null), groups[code]),
  );
  return Object.fromEntries(scoreScheme(of, subjects).map((card) => [card.unit.code, card]));
}
const score = (of: Measured, answers: Answers) =>
  cardsOf(scheme({ indicators: [of] }), { u: answers }).u?.indicators[0];
const when = (of: Source, is: 'at-least' | 'below', than: string): Condition => ({ kind: 'compare', of, is, than });

describe('rules', () => {
  const ruled = (...rules: Rule[]) => score(given('work', { cap: '10', rules }), { work: '12', tasks: '3' });
  const late: Condition = when(certified('tasks'), 'below', '5');

  it('change the bounded score where their condition holds, one after another, and say why', () => {
    const half: Rule = { when: late, then: { kind: 'multiply', by: '0.5' }, reason: '任务未完成' };
    const bonus: Rule = { then: { kind: 'add', points: certified('tasks') }, reason: '按任务加分' };
    expect(ruled(half, bonus)).toMatchObject({
      score: '8.00',
      formula: '计 12 分，封顶 10 分，任务未完成（3<5），10×0.5=5，按任务加分，5+3=8，得 8.00 分',
    });
    expect(ruled(bonus, half)?.score).toBe('6.50');
  });

  it('leave alone what their condition isn’t about', () => {
    expect(ruled({ when: { kind: 'not', of: late }, then: { kind: 'points', points: '0' }, reason: '否' })?.score).toBe(
      '10.00',
    );
  });

  it('hold a score at a number found elsewhere', () => {
    expect(ruled({ then: { kind: 'cap', at: certified('tasks') }, reason: '不超过任务数' })).toMatchObject({
      score: '3.00',
      formula: '计 12 分，封顶 10 分，不超过任务数，封顶 3 分，得 3.00 分',
    });
  });

  it('can say that the indicator doesn’t apply', () => {
    expect(ruled({ when: late, then: { kind: 'not-applicable' }, reason: '缓考' })).toMatchObject({ score: null });
  });
});

describe('a number that isn’t there', () => {
  it('is zero, or the indicator doesn’t apply, or there are no scores before it is', () => {
    expect(score(given('work'), { work: null })).toMatchObject({ score: '0.00' });
    expect(score(given('work', { source: certified('work', 'not-applicable') }), { work: null })).toMatchObject({
      score: null,
    });
    const source = { ...certified('work'), missing: 'refuse' } as Source;
    expect(() => score(given('work', { source }), { work: null })).toThrow(RangeError);
  });

  it('meets no condition, nor does its opposite', () => {
    const rules = (['at-least', 'below'] as const).map((is): Rule => {
      return {
        when: when(certified('tasks', 'not-applicable'), is, '5'),
        then: { kind: 'add', points: '1' },
        reason: is,
      };
    });
    expect(score(given('work', { rules }), { work: '1', tasks: null })?.score).toBe('1.00');
  });
});

describe('panels', () => {
  const panel = (dropHighest: number, dropLowest: number): Source => ({
    kind: 'panel',
    input: 'review',
    by: 'bureau',
    panels: [{ code: 'park', weight: '1' }],
    dropHighest,
    dropLowest,
    missing: 'not-applicable',
  });
  const park = ['9', '1', '7', '8'];

  it('drop the highest and the lowest before the mean', () => {
    expect(score(given('review', { source: panel(1, 1) }), { review: { park } })).toMatchObject({
      score: '7.50',
      formula: '去掉 1 个最高分，去掉 1 个最低分，(7+8)÷2=7.5，得 7.50 分',
    });
    expect(score(given('review', { source: panel(0, 0) }), { review: { park } })?.score).toBe('6.25');
  });

  it('say nothing when all is dropped', () => {
    expect(score(given('review', { source: panel(2, 2) }), { review: { park } })?.score).toBeNull();
    expect(score(given('review', { source: panel(3, 0) }), { review: { park: ['9', '1'] } })?.score).toBeNull();
  });
});

describe('an item that counts once', () => {
  const list = (input: string): Source => ({
    kind: 'items',
    input,
    by: 'bureau',
    missing: 'zero',
    split: 'whole',
    combine: 'sum',
    of: { kind: 'item', value: 'investment' },
  });
  const each = (code: string, points: string) =>
    given(code, {
      source: list(code),
      shape: { kind: 'count-points', each: points },
      perItem: { cap: 'none', floor: 'none' },
    });
  const item = { id: 'p1', values: { investment: '1' } };
  const of = (keep: 'highest' | 'first') =>
    scheme({
      points: '20',
      indicators: [each('small', '2'), each('large', '5')],
      onceOnly: [{ indicators: ['small', 'large'], keep }],
    });

  it.each([
    ['highest', '5.00'],
    ['first', '2.00'],
  ] as const)('does so under the %s', (keep, total) => {
    const card = cardsOf(of(keep), { u: { small: [item], large: [item] } }).u;
    expect(card?.total).toBe(total);
    expect(card?.indicators.map(({ formula }) => formula).join()).toContain('已在');
  });

  it('is left out with the reason where it wasn’t recognised', () => {
    const card = cardsOf(of('first'), { u: { small: [{ ...item, unrecognised: '查无此项' }], large: [] } }).u;
    expect(card?.indicators[0]).toMatchObject({ score: '0.00', formula: '“p1”不计：查无此项，得 0.00 分' });
  });
});

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
