import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bareName, letterGrams, likeness, soundGrams, trigramsOf } from './name-grams.js';

const byLetters = (one: string, other: string) => likeness(letterGrams(one), letterGrams(other));
const bySound = (one: string, other: string) => likeness(soundGrams(one), soundGrams(other));
const name = fc.string({ unit: fc.constantFrom(...'宁德时代安徽新能源材料科技A1（） '), minLength: 1, maxLength: 12 });

describe('names compared', () => {
  it('are bare of marks, widths and legal forms', () => {
    expect(bareName('ＣＡＴＬ（宁德）有限公司')).toBe('catl宁德');
    expect(bareName('宁德时代新能源科技股份有限公司')).toBe('宁德时代');
    expect(bareName('华能新能源有限公司')).toBe('华能新能源');
    expect(bareName('集团公司')).toBe('集团公司');
  });

  it('have a run of three signs at every place, blanks before and after', () => {
    expect(trigramsOf(['a', 'b'])).toEqual(['  a', ' a b', 'a b ']);
    expect(trigramsOf([])).toEqual([' ' + ' ']);
  });

  it('sound alike where they are written differently', () => {
    expect(bySound('宁德时代', '宁得时代')).toBe(1);
    expect(byLetters('宁德时代', '宁得时代')).toBeLessThan(0.59);
    expect(bySound('宁德时代', '蜂巢能源')).toBe(0);
  });

  it('are as alike as what they share', () => {
    expect(byLetters('宁德时代', '宁德时代（福建）有限公司')).toBeGreaterThan(0.59);
    expect(byLetters('宁德时代', '宁波时代')).toBeLessThan(0.59);
  });

  it('are alike the same both ways, and wholly like themselves', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(bySound(one, other)).toBeCloseTo(bySound(other, one), 12);
        expect(byLetters(one, one)).toBeCloseTo(1, 12);
        expect(byLetters(one, other)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
