import { pinyin } from 'pinyin-pro';

const GRAM = 3;
const LEGAL_FORMS = /(有限责任公司|股份有限公司|集团有限公司|有限公司|集团|公司|项目)+$/;
/** Words of a trade, which half of all names end in. */
const TRADES =
  /(科技|技术|新材料|材料|新能源|能源|智能|制造|电子|信息|生物|医药|机械|设备|装备|食品|实业|产业|工业|贸易|发展|投资|建设|工程|控股|生产|基地|产业园|园)+$/;
/** Signs that must be left for a name to be told by. */
const ENOUGH = 4;

/**
 * What of a name tells one thing from another: without marks, spaces, widths and letter case, without legal forms at its
 * end, and without the words of its trade where enough is left.
 */
export function bareName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  const bare = plain.replace(LEGAL_FORMS, '') || plain;
  const own = bare.replace(TRADES, '');
  return Array.from(own).length >= ENOUGH ? own : bare;
}

/** The different runs of three signs, with two blanks before the first and one after the last, in order. */
export function trigramsOf(signs: readonly string[]): string[] {
  const padded = ['', '', ...signs, ''];
  const runs = signs.map((_, at) => padded.slice(at, at + GRAM).join(' '));
  return [...new Set([...runs, padded.slice(-GRAM).join(' ')])];
}

/** Trigrams of a name's characters: alike where the same characters stand together. */
export const letterGrams = (name: string): string[] => trigramsOf(Array.from(bareName(name)));

/** Trigrams of a name's syllables in pinyin: alike where it sounds the same, whatever characters are written. */
export const soundGrams = (name: string): string[] =>
  trigramsOf(pinyin(bareName(name), { toneType: 'none', type: 'array' }));

/** From 0 to 1: the grams that two names share, against how many they have (cosine). */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const shared = one.filter((gram) => other.includes(gram)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(one.length * other.length);
}
