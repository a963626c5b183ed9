import { type Sql } from '#libs/database';
import { type SubjectKind } from '#libs/values';
import { type Reading } from '../../domain/figures.js';
import { type Scheme } from '../../domain/scheme.js';
import { type Question } from '../../domain/sources/question.js';
import { type SchemeScores } from './scheme-scores.js';

/** A subject as it is read for. */
export interface NamedSubject {
  readonly code: string;
  readonly name: string;
}

/** For which scheme and subjects answers are read, as known at which seq. */
export interface Asking {
  readonly sql: Sql;
  readonly scheme: Scheme;
  readonly of: SubjectKind;
  readonly subjects: readonly NamedSubject[];
  readonly asOf: bigint;
  /** Scores another scheme as known at the same seq. */
  readonly scoresOf: SchemeScores;
}

/** Questions of one kind, by their keys. */
export type Asked<Kind extends Question['kind']> = ReadonlyMap<string, Extract<Question, { kind: Kind }>>;

/** The answer to the question of that key for the subject of that code. */
export type Answers = (key: string, subject: string) => Reading;

export const MISSING: Reading = { kind: 'missing' };
