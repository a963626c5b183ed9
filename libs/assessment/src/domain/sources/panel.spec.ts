import { describe, expect, it } from '@jest/globals';
import { given, scoreOf } from '../../../../../test/support/assessed.js';
import { type Source } from './source.js';

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
    expect(scoreOf(given('review', { source: panel(1, 1) }), { review: { park } })).toMatchObject({
      score: '7.50',
      formula: '去掉 1 个最高分，去掉 1 个最低分，(7+8)÷2=7.5，得 7.50 分',
    });
    expect(scoreOf(given('review', { source: panel(0, 0) }), { review: { park } })?.score).toBe('6.25');
  });

  it('say nothing when all is dropped', () => {
    expect(scoreOf(given('review', { source: panel(2, 2) }), { review: { park } })?.score).toBeNull();
    expect(scoreOf(given('review', { source: panel(3, 0) }), { review: { park: ['9', '1'] } })?.score).toBeNull();
  });
});
