import type { Random } from '../city/random.js';
import type { Known } from './question.js';

export const YEAR = 'from=2022-01-01&to=2022-12-28';
export const LAST_DAY = '2022-12-28';

const numbered = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(2, '0')}`;
export const unit = (random: Random): string => numbered('unit', 1 + random.below(24));
export const group = (random: Random): string => numbered('group', 1 + random.below(8));
export const leader = (random: Random): string => numbered('leader', 1 + random.below(60));

/** A seq somewhere in the past, never the last. */
export const past = ({ random, seq }: Known): number =>
  Math.max(1, Math.floor(seq * (0.2 + 0.7 * (random.below(1000) / 1000))));
export const after = (next: string | undefined): string => (next === undefined ? '' : `&cursor=${next}`);
export const month = (random: Random): string => {
  const number = String(1 + random.below(12)).padStart(2, '0');
  return `from=2022-${number}-01&to=2022-${number}-28`;
};
