import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Decimal } from './arithmetic.js';
import { apportion } from './split.js';

const split = (whole: string, shares: Record<string, string>, ties: 'first' | 'last' = 'first', places = 2) =>
  Object.fromEntries(
    [
      ...apportion(
        new Decimal(whole),
        Object.entries(shares).map(([holder, share]) => ({ holder, share: new Decimal(share) })),
        { places, ties },
      ),
    ].map(([holder, part]) => [holder, part.toFixed(places)]),
  );

describe('a whole split by shares', () => {
  it('serves the largest remainders, and of equal ones the first or the last in the order of codes', () => {
    expect(split('3.15', { a: '0.5', b: '0.5' })).toEqual({ a: '1.58', b: '1.57' });
    expect(split('3.15', { b: '0.5', a: '0.5' }, 'last')).toEqual({ a: '1.57', b: '1.58' });
    expect(split('10', { a: '0.126', b: '0.374', c: '0.5' }, 'first', 0)).toEqual({ a: '1', b: '4', c: '5' });
  });

  it('leaves what falls to others who aren’t there', () => {
    expect(split('3.15', { a: '0.25', b: '0.25' })).toEqual({ a: '0.79', b: '0.79' });
  });

  it('loses nothing, and no part is off by a whole unit of the last place', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), weights, fc.nat(3), (hundredths, sizes, places) => {
        const whole = new Decimal(hundredths).dividedBy(100);
        const sum = sizes.reduce((total, size) => total + size, 0);
        const parts = sizes.map((size, index) => ({ holder: `u${index}`, share: new Decimal(size).dividedBy(sum) }));
        const cut = apportion(whole, parts, { places, ties: 'first' });
        const total = [...cut.values()].reduce((all, part) => all.plus(part), new Decimal(0));
        expect(total.toFixed(places)).toBe(whole.toDecimalPlaces(places).toFixed(places));
        for (const { holder, share } of parts) {
          const off = whole.times(share).minus(cut.get(holder) ?? NaN);
          expect(off.abs().lt(new Decimal(10).pow(-places))).toBe(true);
        }
      }),
    );
  });
});
