/**
 * The different pairs of neighbouring signs of a text, in lower case: a text that contains another has all of its pairs. Words
 * of Chinese are mostly two signs long, which is too short for trigrams.
 */
export function pairsOf(text: string): string[] {
  const signs = Array.from(text.toLowerCase());
  return [...new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))];
}
