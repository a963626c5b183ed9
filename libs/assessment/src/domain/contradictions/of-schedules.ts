import { Decimal } from '../arithmetic.js';
import { type SchemeProblem } from '../checks.js';
import { type Schedule } from '../scheme.js';

/** What is due by the end of a month can't be less than by the end of the month before. */
export function scheduleProblems(schedule: Schedule, path: string): SchemeProblem[] {
  if (typeof schedule === 'string') return [];
  return schedule.monthly.flatMap((share, month, shares) => {
    const before = shares[month - 1];
    if (before === undefined || new Decimal(share).gte(before)) return [];
    const message = `${month + 1} 月末的累计比例 ${share} 低于上月末的 ${before}`;
    return [{ field: `${path}.monthly[${month}]`, code: 'SCHEME.NOT_RISING', message }];
  });
}
