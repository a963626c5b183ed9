import { Decimal, compare, round } from '../arithmetic.js';
import { type Better } from '../sources/terms.js';
import { type Grades, type OutcomeEffect } from './outcome.js';

/** What a grade goes by: the total, and the rank among so many, which is better where others may not have the grade. */
export interface Merit {
  readonly total: Decimal;
  readonly rankFor: (grade: string) => number;
  readonly of: number;
}

/** From the best grade to the worst. */
const scaleOf = ({ bands, otherwise }: Grades): string[] => [...bands.map((band) => band.grade), otherwise];

/** 1 for the best grade; none without a grade. */
export const gradePlace = (grade: string | null, grades: Grades): number | null =>
  grade === null ? null : scaleOf(grades).indexOf(grade) + 1;

/** Whether a rule lets nobody for whom it holds have the grade. */
export const bars = (effect: OutcomeEffect, grade: string, grades: Grades): boolean =>
  effect.kind === 'at-best' && scaleOf(grades).indexOf(grade) < scaleOf(grades).indexOf(effect.grade);

/** The grade that the bands give, before any rule. */
export function gradeOf(grades: Grades, better: Better, { total, rankFor, of }: Merit): string {
  const { by, bands, otherwise, quota = 'truncate' } = grades;
  const reaches = (limit: string): boolean => {
    const order = compare(total, new Decimal(limit));
    return better === 'higher' ? order >= 0 : order <= 0;
  };
  const isWithin = (limit: string, grade: string): boolean => {
    if (by === 'total') return reaches(limit);
    const stated = new Decimal(limit);
    const places = by === 'rank' ? stated : round(stated.times(of), { places: 0, mode: quota });
    return places.gte(rankFor(grade));
  };
  const band = bands.find(
    ({ grade, limit, minTotal }) => isWithin(limit, grade) && (minTotal === undefined || reaches(minTotal)),
  );
  return band?.grade ?? otherwise;
}

/** The grade after a rule: so many up or down the scale, or no better or no worse than another. */
export function regraded(grade: string, effect: OutcomeEffect, grades: Grades): string {
  const scale = scaleOf(grades);
  const at = scale.indexOf(grade);
  const to = {
    disqualify: () => at,
    last: () => at,
    promote: () => at - steps(effect),
    demote: () => at + steps(effect),
    'at-best': () => Math.max(at, goal(effect, scale)),
    'at-least': () => Math.min(at, goal(effect, scale)),
  }[effect.kind]();
  return scale[Math.min(Math.max(to, 0), scale.length - 1)] ?? grade;
}

const steps = (effect: OutcomeEffect): number => ('by' in effect ? effect.by : 0);
const goal = (effect: OutcomeEffect, scale: readonly string[]): number =>
  'grade' in effect ? scale.indexOf(effect.grade) : 0;
