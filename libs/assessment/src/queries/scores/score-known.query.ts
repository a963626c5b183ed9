import { type Sql } from '#libs/database';
import { Refusal, refuseUnless } from '#libs/eventsourcing';
import { questionsOf } from '../../domain/places.js';
import { scoreScheme } from '../../domain/score.js';
import { MissingNumber } from '../../domain/sources/found.js';
import { type Question } from '../../domain/sources/question.js';
import { type SubjectKind } from '#libs/values';
import { readAnswers } from '../readings/read-answers.js';
import { type ScoredScheme, type SchemeScores } from '../readings/scheme-scores.js';
import { publishedScheme } from '../schemes/published-scheme.js';
import { owedWords } from './owed-words.js';
import { subjectsOf } from './subjects.query.js';

/** A scheme's scores with what a receipt needs to be walked back from. */
export interface KnownScores extends ScoredScheme {
  readonly of: SubjectKind;
  readonly questions: ReadonlyMap<string, Question>;
  /** How many postings were added up for them. */
  readonly postings: number;
}

/** Which scheme, of its latest version when none is named. */
export interface WhichScheme {
  readonly code: string;
  readonly version?: number;
}

/**
 * Scores a published scheme over all that was known at the seq `asOf`; the schemes that it rolls up are scored in the same
 * way, each once (features.md A6).
 * @throws Refusal SCHEME.UNKNOWN; SCORES.CIRCULAR for schemes that roll each other up; SCORES.INPUT_MISSING for a number
 * without which the scheme gives no scores.
 */
export function scoreKnown(sql: Sql, which: WhichScheme, asOf: bigint): Promise<KnownScores> {
  const scored = new Map<string, Promise<KnownScores>>();
  const score = async ({ code, version }: WhichScheme, above: readonly string[]): Promise<KnownScores> => {
    const scheme = await publishedScheme(sql, { code, version }, asOf);
    const key = `${code} ${scheme.version}`;
    const circle = [...above, code].join(' → ');
    refuseUnless(!above.includes(code), 'conflict', 'SCORES.CIRCULAR', `方案相互汇总：${circle}`, 'scheme');
    const scoresOf: SchemeScores = (other, version) => score({ code: other, version }, [...above, code]);
    const known = scored.get(key) ?? scoreOne(sql, scheme, asOf, scoresOf);
    scored.set(key, known);
    return known;
  };
  return score(which, []);
}

async function scoreOne(
  sql: Sql,
  scheme: ScoredScheme['scheme'],
  asOf: bigint,
  scoresOf: SchemeScores,
): Promise<KnownScores> {
  const { of, subjects } = await subjectsOf(sql, scheme, asOf);
  const questions = questionsOf(scheme);
  const { answers, postings } = await readAnswers(questions, { sql, scheme, of, subjects, asOf, scoresOf });
  const read = subjects.map(({ code, name, group }, index) => ({
    unit: { code, name },
    ...(group !== undefined && { group }),
    readings: answers[index] ?? new Map(),
  }));
  try {
    return { scheme, of, questions, postings, cards: scoreScheme(scheme, read) };
  } catch (error) {
    if (!(error instanceof MissingNumber)) throw error;
    throw new Refusal('conflict', 'SCORES.INPUT_MISSING', owedWords(scheme, read, error.what));
  }
}
