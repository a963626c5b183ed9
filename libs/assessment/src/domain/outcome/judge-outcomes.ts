import { type Subject } from '../figures.js';
import { type Standing } from '../rank.js';
import { type Scheme, type TieRule } from '../scheme.js';
import { type OutcomeCard } from '../scorecard.js';
import { type Judgement, judge } from '../sources/condition.js';
import { type Circumstance, type Ground, type Result } from '../sources/found.js';
import { type Better } from '../sources/terms.js';
import { given } from '../worked.js';
import { bars, gradeOf, gradePlace, regraded } from './grade.js';
import { type Grades, type Outcome, type OutcomeList, type OutcomeRule } from './outcome.js';

/** A ranked standing. */
export interface Row extends Standing {
  readonly subject: Subject;
  readonly rank: number;
}

/** A standing with its final rank, and what follows from it if the scheme says that something does. */
export interface Judged<Unit extends Row> {
  readonly row: Unit;
  readonly rank: number;
  readonly outcome?: OutcomeCard;
}

/** The rules that hold for a row, with what was compared. */
interface Ruled<Unit extends Row> {
  readonly row: Unit;
  readonly rank: number;
  readonly rules: readonly (Judgement & { readonly rule: OutcomeRule })[];
}

/** Applies the scheme's outcome to those who are ranked together; they come best first and leave so. */
export function judgeOutcomes<Unit extends Row>(
  { outcome, ties, better = 'higher' }: Scheme,
  ranked: readonly Unit[],
  ground: Ground,
): Judged<Unit>[] {
  if (!outcome) return ranked.map((row) => ({ row, rank: row.rank }));
  const ruled = ranked.map((row) => ({ row, rank: row.rank, rules: rulesFor(row, outcome, ranked, ground) }));
  const placed = putLast(ruled, ties);
  return placed.map((each) => ({
    row: each.row,
    rank: each.rank,
    outcome: cardOf(each, { outcome, better }, placed, ground),
  }));
}

function cardOf<Unit extends Row>(
  ruled: Ruled<Unit>,
  { outcome, better }: { readonly outcome: Outcome; readonly better: Better },
  rows: readonly Ruled<Unit>[],
  ground: Ground,
): OutcomeCard {
  const { row, rank, rules } = ruled;
  const { grades } = outcome;
  const disqualified = isDisqualified(ruled);
  const grade = grades && !disqualified ? gradeFor(ruled, grades, better, rows) : null;
  const lists = listsFor(
    standingOf({ ...row, rank }, rows, grades && { grade: gradePlace(grade, grades) }),
    outcome,
    ground,
  );
  return {
    grade,
    disqualified,
    lists: lists.map(({ list }) => list.code),
    because: [
      ...rules.map(({ rule, text }) => `${rule.reason}（${text}）`),
      ...lists.map(({ list, text }) => `列入“${list.name}”（${text}）`),
    ],
    inputs: [...rules, ...lists].flatMap(({ figures }) => figures),
  };
}

const rulesFor = (row: Row, { rules = [] }: Outcome, rows: readonly Row[], ground: Ground) =>
  rules.map((rule) => ({ rule, ...judge(rule.when, standingOf(row, rows), ground) })).filter(({ holds }) => holds);

const listsFor = (
  at: Circumstance,
  { lists = [] }: Outcome,
  ground: Ground,
): (Judgement & { readonly list: OutcomeList })[] =>
  lists
    .map((list) => ({ list, ...judge(list.when, at, ground) }))
    .filter(({ list, holds }) => holds && !(list.unless && judge(list.unless, at, ground).holds));

/** Equals stand equally far from the last. */
function standingOf(
  { subject, total, rank }: Row,
  rows: readonly { readonly rank: number }[],
  graded?: Pick<Result, 'grade'>,
): Circumstance {
  const fromLast = rows.filter((row) => row.rank > rank).length + 1;
  return { subject, result: { total: given(total.rounded), rank, fromLast, of: rows.length, ...graded } };
}

const isDisqualified = ({ rules }: Pick<Ruled<Row>, 'rules'>): boolean =>
  rules.some(({ rule }) => rule.then.kind === 'disqualify');

/** Those whom a rule sends to the end keep their order among themselves, behind all others. */
function putLast<Unit extends Row>(rows: readonly Ruled<Unit>[], { next }: TieRule): Ruled<Unit>[] {
  const isLast = ({ rules }: Ruled<Unit>) => rules.some(({ rule }) => rule.then.kind === 'last');
  const kept = renumbered(
    rows.filter((row) => !isLast(row)),
    next,
    0,
  );
  const behind = next === 'skip' ? kept.length : (kept.at(-1)?.rank ?? 0);
  return [...kept, ...renumbered(rows.filter(isLast), next, behind)];
}

/** Ranks from 1 on for what is left of a ranking, after so many. */
function renumbered<Placed extends { readonly rank: number }>(
  rows: readonly Placed[],
  next: TieRule['next'],
  after: number,
): Placed[] {
  const better = (rank: number): number => {
    const ahead = rows.map((row) => row.rank).filter((other) => other < rank);
    return next === 'skip' ? ahead.length : new Set(ahead).size;
  };
  return rows.map((row) => ({ ...row, rank: after + 1 + better(row.rank) }));
}

/**
 * Where vacancies are filled, the disqualified take no place in grades by rank, and those whom a rule bars from a grade none in
 * that one.
 */
function gradeFor<Unit extends Row>(
  { row, rank, rules }: Ruled<Unit>,
  grades: Grades,
  better: Better,
  rows: readonly Ruled<Unit>[],
): string {
  const passing = grades.vacancies === 'filled' ? rows : [];
  const isBarred = ({ rules: own }: Ruled<Unit>, grade: string) =>
    own.some(({ rule }) => bars(rule.then, grade, grades));
  const rankFor = (grade: string): number =>
    rank - passing.filter((each) => each.rank < rank && (isDisqualified(each) || isBarred(each, grade))).length;
  const merit = { total: row.total.rounded, rankFor, of: rows.length - passing.filter(isDisqualified).length };
  return rules.reduce((grade, { rule }) => regraded(grade, rule.then, grades), gradeOf(grades, better, merit));
}
