import { type Subject } from '../../domain/figures.js';
import { askedPlaces } from '../../domain/places.js';
import { type Scheme } from '../../domain/scheme.js';
import { keyOf, questionOf } from '../../domain/sources/question.js';

const TOLD = 5;

/** Says what has to be certified before the scheme gives scores, by whom and of whom. */
export function owedWords(scheme: Scheme, subjects: readonly Subject[], what: string): string {
  const owed = askedPlaces(scheme).flatMap(({ source }) => {
    if (!('missing' in source) || source.missing !== 'refuse') return [];
    const key = keyOf(questionOf(source));
    const missing = subjects
      .filter(({ readings }) => readings.get(key)?.kind === 'missing')
      .map(({ unit }) => unit.name);
    if (missing.length === 0) return [];
    const name =
      'input' in source ? `${source.input}（${source.by} 认定）` : 'metric' in source ? source.metric : source.scheme;
    return [`${name}：${told(missing)}`];
  });
  return `方案规定缺${what}即不计分；尚缺 ${[...new Set(owed)].join('；')}`;
}

const told = (names: readonly string[]): string =>
  `${names.slice(0, TOLD).join('、')}${names.length > TOLD ? ` 等 ${names.length} 个` : ''}`;
