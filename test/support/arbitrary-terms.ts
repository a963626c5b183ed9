import fc from 'fast-check';
import { type ZeroRule } from '#libs/assessment';

/* What schemes say in many places. */

const tenths = (min: number, max: number) => fc.integer({ min, max }).map((number) => (number / 10).toFixed(1));
export const amount = tenths(-400, 400);
export const positive = tenths(1, 400);

export const zeroRule: fc.Arbitrary<ZeroRule> = fc.oneof(
  fc.constantFrom('zero' as const, 'full' as const, 'not-applicable' as const),
  amount.map((points) => ({ points })),
  amount.map((value) => ({ value })),
);

export const rounding = fc.record({
  places: fc.nat(6),
  mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'truncate' as const, 'up' as const),
});

export const schedule = fc.oneof(
  fc.constantFrom('months' as const, 'days' as const),
  fc
    .array(fc.nat(100), { minLength: 12, maxLength: 12 })
    .map((shares) => ({ monthly: shares.sort((a, b) => a - b).map((share) => (share / 100).toFixed(2)) })),
);

/** Bounds the right way round. */
export const limits = fc
  .tuple(fc.oneof(amount, fc.constant('none')), fc.oneof(amount, fc.constant('none')))
  .map(([cap, floor]) =>
    cap !== 'none' && floor !== 'none' && Number(cap) < Number(floor) ? { cap: floor, floor: cap } : { cap, floor },
  );
