/** A text looked for within others, in whatever case: a LIKE pattern, and the condition on a column (SQL) for it. */
export interface Contained {
  readonly pattern: string;
  readonly within: (column: string, parameter: string) => string;
}

const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;
const CASED_BEYOND_ASCII = /(?![A-Za-z])[\p{Lu}\p{Ll}\p{Lt}]/u;

/**
 * Whatever contains the text, which stands for itself. ILIKE folds every name by Unicode's rules, which costs five times
 * the search itself: it is left to texts that need it. Chinese has no case at all.
 */
export function containing(text: string): Contained {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  if (!CASED.test(text)) return { pattern, within: (column, parameter) => `${column} collate "C" like ${parameter}` };
  if (CASED_BEYOND_ASCII.test(text)) return { pattern, within: (column, parameter) => `${column} ilike ${parameter}` };
  return {
    pattern: pattern.toLowerCase(),
    within: (column, parameter) => `lower(${column} collate "C") like ${parameter}`,
  };
}
