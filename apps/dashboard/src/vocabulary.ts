import { useAnswer } from './queries.js';

type Words = Readonly<Record<string, string>>;

/** What codes mean, by what they are codes of, as the API says. */
export type Vocabulary = Readonly<Record<string, Words>>;

/** The words for one kind of code; none until the vocabulary has come. */
export type WordsOf = (kind: string) => Words;

const NONE: Words = {};

export function useVocabulary(): WordsOf {
  const { data } = useAnswer<Vocabulary>('vocabulary');
  return (kind) => data?.[kind] ?? NONE;
}
