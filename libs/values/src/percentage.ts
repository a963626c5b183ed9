import { Decimal } from 'decimal.js';

/** A fraction in per cent, rounded half up to one place, which is always printed: `75.0`. */
export const percentage = (numerator: Decimal.Value, denominator: Decimal.Value): string =>
  new Decimal(numerator).mul(100).div(denominator).toFixed(1, Decimal.ROUND_HALF_UP);
