import { compare } from '../arithmetic.js';
import { type Worked, given, over, sumOf, totalOf } from '../worked.js';

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
