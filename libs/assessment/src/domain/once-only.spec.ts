import { describe, expect, it } from '@jest/globals';
import { cardsOf, given } from '../../../../test/support/assessed.js';
import { scheme } from '../../../../test/support/assessment-scheme.js';
import { type Source } from './scheme.js';

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
