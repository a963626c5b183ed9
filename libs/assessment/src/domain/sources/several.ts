import { Decimal, compare, snap } from '../arithmetic.js';
import { type Worked, given, minus, over, plus, raised, sumOf, times, totalOf } from '../worked.js';

/* One number made of several. The callers see to it that there is at least one. */

/** One alone is its own mean. */
export const meanOf = (terms: readonly Worked[]): Worked =>
  terms.length === 1 ? sumOf(terms) : over(totalOf(terms), given(String(terms.length)));

const extreme = (terms: readonly Worked[], sign: 1 | -1): Worked =>
  terms.reduce((best, term) => (compare(term.value, best.value) * sign > 0 ? term : best));

export const highestOf = (terms: readonly Worked[]): Worked => extreme(terms, 1);
export const lowestOf = (terms: readonly Worked[]): Worked => extreme(terms, -1);

export const ascending = (terms: readonly Worked[]): Worked[] => [...terms].sort((a, b) => compare(a.value, b.value));

/** The middle one, or the mean of the two in the middle. */
export function medianOf(terms: readonly Worked[]): Worked {
  const sorted = ascending(terms);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.length === 1 ? sumOf(middle) : meanOf(middle);
}

/** The sum of the best so many; of all where they are fewer. */
export const bestOf = (terms: readonly Worked[], count: number): Worked =>
  totalOf(ascending(terms).reverse().slice(0, count));

/** The square root of the mean of the squared distances from the mean, over `divisor` of them. */
export function deviationOf(terms: readonly Worked[], divisor: number): Worked {
  const mean = given(meanOf(terms).value);
  const squares = terms.map((term) => raised(minus(given(term.value), mean), given('2')));
  const variance = over(totalOf(squares), given(String(divisor)));
  // What a division without an end leaves of equal numbers would be divided by.
  return snap(variance.value).isZero() ? given('0') : raised(variance, given('0.5'));
}

/** The number below which that share of all lies, on the straight line between the two that are next to it. */
export function quantileOf(terms: readonly Worked[], quantile: string): Worked {
  const sorted = ascending(terms);
  const place = new Decimal(quantile).times(sorted.length - 1);
  const index = place.floor();
  const [lower, upper] = [sorted[index.toNumber()], sorted[index.toNumber() + 1]];
  if (!lower) throw new RangeError('a quantile of nothing');
  const part = place.minus(index);
  return upper && !part.isZero() ? plus(lower, times(minus(upper, lower), given(part))) : lower;
}
