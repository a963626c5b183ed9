import { pairsOf } from '../pairs.js';

/** A text looked for within others, in whatever case: a LIKE pattern, and the condition on a column (SQL) for it. */
export interface Contained {
  readonly pattern: string;
  /** What the pairs of all texts that contain it have among them: none of a single sign, or where cases don't pair off. */
  readonly pairs: readonly string[];
  readonly within: (column: string, like: string) => string;
}

const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;
const CASED_BEYOND_ASCII = /(?![A-Za-z])[\p{Lu}\p{Ll}\p{Lt}]/u;

/**
 * Whatever contains the text, which stands for itself. ILIKE folds every name by Unicode's rules, which costs five times
 * the search itself: it is left to texts that need it. Chinese has no case at all.
 */
export function containing(text: string): Contained {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const pairs = pairsOf(text);
  if (!CASED.test(text)) return { pattern, pairs, within: (column, like) => `${column} collate "C" like ${like}` };
  if (CASED_BEYOND_ASCII.test(text)) return { pattern, pairs: [], within: (column, like) => `${column} ilike ${like}` };
  return {
    pattern: pattern.toLowerCase(),
    pairs,
    within: (column, like) => `lower(${column} collate "C") like ${like}`,
  };
}
