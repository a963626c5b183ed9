import { describe, expect, it } from '@jest/globals';
import { cardsOf, certified, given, scoresOf } from '../../../../test/support/assessed.js';
import { branch, scheme } from '../../../../test/support/assessment-scheme.js';
import { faultOf } from '../../../../test/support/receipt.js';
import { type Measured } from './scheme.js';

const work = (whenNotApplicable?: Measured['whenNotApplicable']) =>
  given('work', { source: certified('work', 'not-applicable'), ...(whenNotApplicable && { whenNotApplicable }) });
const units = { u1: { work: '9' }, u2: { work: '4' }, u3: { work: null } };

describe('an indicator that doesn’t apply', () => {
  it.each([
    [undefined, null],
    ['zero', '0.00'],
    ['full', '10.00'],
    ['mean', '6.50'],
    [{ points: '3' }, '3.00'],
  ] as const)('gives instead what the scheme says: %j', (rule, score) => {
    expect(scoresOf(work(rule), units)).toEqual({ u1: '9.00', u2: '4.00', u3: score });
  });

  it('says whose mean it is, and has none where it applies to nobody', () => {
    const formula = cardsOf(scheme({ indicators: [work('mean')] }), units).u3?.indicators[0]?.formula ?? '';
    expect(formula).toBe('“work”没有数据，不参与本项，按方案取其他对象得分的平均，(9+4)÷2=6.5，得 6.50 分');
    expect(faultOf(formula)).toBeUndefined();
    expect(scoresOf(work('mean'), { u3: { work: null } })).toEqual({ u3: null });
  });

  it('counts in a sum, so that the others needn’t stand in for it', () => {
    const other = given('other', { points: '10' });
    const of = scheme({ points: '20', notApplicable: 'scale-up', indicators: [work('full'), other] });
    expect(cardsOf(of, { u1: { work: null, other: '5' } }).u1?.total).toBe('15.00');
  });

  it('is made good within its branch alone where only that says so', () => {
    const half = (code: string) => given(code, { points: '5', source: certified(code, 'not-applicable') });
    const of = scheme({
      points: '15',
      indicators: [branch([half('aa'), half('bb')], { notApplicable: 'scale-up' }), half('cc')],
    });
    expect(cardsOf(of, { u1: { aa: '4', bb: null, cc: null } }).u1?.total).toBe('8.00');
    expect(cardsOf(of, { u1: { aa: null, bb: null, cc: '2' } }).u1?.total).toBe('2.00');
  });
});
