import { Decimal, compare, round } from '../arithmetic.js';
import { type Grades, type OutcomeEffect } from './outcome.js';

/** What a grade goes by: the total, and the rank among so many. */
export interface Merit {
  readonly total: Decimal;
  readonly rank: number;
  readonly of: number;
}

/** The grade that the bands give, before any rule. */
export function gradeOf({ by, bands, otherwise, quota = 'truncate' }: Grades, { total, rank, of }: Merit): string {
  const isWithin = (limit: Decimal): boolean => {
    if (by === 'total') return compare(total, limit) >= 0;
    const places = by === 'rank' ? limit : round(limit.times(of), { places: 0, mode: quota });
    return places.gte(rank);
  };
  const band = bands.find(
    ({ limit, minTotal }) =>
      isWithin(new Decimal(limit)) && (minTotal === undefined || compare(total, new Decimal(minTotal)) >= 0),
  );
  return band?.grade ?? otherwise;
}

/** The grade after a rule: so many up or down the scale, or no better or no worse than another. */
export function regraded(grade: string, effect: OutcomeEffect, { bands, otherwise }: Grades): string {
  const scale = [...new Set([...bands.map((band) => band.grade), otherwise])];
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
