import { describe, expect, it } from '@jest/globals';
import { cardsOf, certified, given, scoreOf, when } from '../../../../test/support/assessed.js';
import { branch, scheme } from '../../../../test/support/assessment-scheme.js';
import { type Condition, type Rule, type Source } from './scheme.js';

describe('rules', () => {
  const ruled = (...rules: Rule[]) => scoreOf(given('work', { cap: '10', rules }), { work: '12', tasks: '3' });
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

  it('see what the score comes to before them, on a leaf, a branch and the whole', () => {
    const score: Source = { kind: 'own', take: 'score' };
    const failing: Rule = {
      when: when(score, 'below', '6'),
      then: { kind: 'points', points: '0' },
      reason: '不足六成',
    };
    const half: Rule = { then: { kind: 'multiply', by: '0.5' }, reason: '减半' };
    expect(ruled(failing)?.score).toBe('10.00');
    expect(ruled(half, failing)).toMatchObject({
      score: '0.00',
      formula: '计 12 分，封顶 10 分，减半，10×0.5=5，不足六成（5<6），定为 0 分，得 0.00 分',
    });
    const beyond: Source = { kind: 'difference', of: score, minus: { kind: 'number', value: '100' } };
    const excess: Source = { kind: 'bounded', of: beyond, cap: 'none', floor: '0' };
    const halved: Source = { kind: 'product', of: [{ kind: 'number', value: '-0.5' }, excess] };
    const whole = scheme({
      points: '20',
      indicators: [
        branch([given('low')], { code: 'first', rules: [failing] }),
        branch([given('high')], { code: 'second', rules: [failing] }),
      ],
      rules: [{ then: { kind: 'add', points: halved }, reason: '超过 100 分的部分减半' }],
    });
    const { a, b } = cardsOf(whole, { a: { low: '5', high: '106' }, b: { low: '6', high: '94' } });
    expect(a).toMatchObject({
      total: '103.00',
      formula: '0+106=106，超过 100 分的部分减半，106+(-0.5)×(106-100)=103，得 103.00 分',
    });
    expect(a?.indicators.map((indicator) => indicator.score)).toEqual(['0.00', '106.00']);
    expect(b?.total).toBe('100.00');
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
    expect(scoreOf(given('work'), { work: null })).toMatchObject({ score: '0.00' });
    expect(scoreOf(given('work', { source: certified('work', 'not-applicable') }), { work: null })).toMatchObject({
      score: null,
    });
    const source = { ...certified('work'), missing: 'refuse' } as Source;
    expect(() => scoreOf(given('work', { source }), { work: null })).toThrow(RangeError);
  });

  it('meets no condition, nor does its opposite', () => {
    const rules = (['at-least', 'below'] as const).map((is): Rule => {
      return {
        when: when(certified('tasks', 'not-applicable'), is, '5'),
        then: { kind: 'add', points: '1' },
        reason: is,
      };
    });
    expect(scoreOf(given('work', { rules }), { work: '1', tasks: null })?.score).toBe('1.00');
  });
});
