import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calculate } from '../../../../test/support/calculator.js';
import { type Worked, given, minus, over, plus, sumOf, times } from './worked.js';

const n = given;

describe('worked arithmetic', () => {
  it.each<[string, Worked, string]>([
    ['a rate times points', times(over(n('45'), n('52')), n('25')), '45÷52×25'],
    ['a sum as a factor', times(plus(n('0.6'), n('0.4')), n('40')), '(0.6+0.4)×40'],
    ['a product as a divisor', over(n('8'), times(n('2'), n('4'))), '8÷(2×4)'],
    ['a difference as a divisor', over(n('8'), minus(n('3'), n('1'))), '8÷(3-1)'],
    ['a quotient as the right factor', times(n('8'), over(n('1'), n('3'))), '8×(1÷3)'],
    ['a difference taken away', minus(n('5'), minus(n('3'), n('1'))), '5-(3-1)'],
    ['a negative number on the right', plus(n('5'), n('-3')), '5+(-3)'],
    ['a negative number as a factor', times(n('3'), n('-0.5')), '3×(-0.5)'],
    ['a sum of several', sumOf([n('1'), n('2'), n('3')]), '1+2+3'],
    ['a sum of none', sumOf([]), '0'],
  ])('writes %s', (_what, { text }, expected) => expect(text).toBe(expected));

  it('keeps value and text in step, whatever is put together', () => {
    const hundredths = (min: number) => fc.integer({ min, max: 999 }).map((number) => n((number / 100).toFixed(2)));
    const pair = fc.tuple(hundredths(1), hundredths(1));
    // A difference can come so near to zero that dividing by it says nothing any more: divisors here are positive.
    const divisor = fc.oneof(
      hundredths(1),
      pair.map(([a, b]) => plus(a, b)),
      pair.map(([a, b]) => times(a, b)),
      pair.map(([a, b]) => over(a, b)),
    );
    const { tree } = fc.letrec<{ tree: Worked }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        hundredths(-999),
        fc
          .tuple(fc.constantFrom(plus, minus, times), tie('tree'), tie('tree'))
          .map(([operation, a, b]) => operation(a, b)),
        fc.tuple(tie('tree'), divisor).map(([a, b]) => over(a, b)),
      ),
    }));
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        expect(calculate(text)).toBeCloseTo(value.toNumber(), 3);
      }),
    );
  });
});
