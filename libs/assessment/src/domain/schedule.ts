import { type Day } from '#libs/values';
import { type Schedule } from './scheme.js';
import { type Worked, given, over } from './worked.js';

/** How much of a year's task is due by the end of a day: the share of the month that it is in, or of the days gone by. */
export function dueBy(schedule: Schedule, day: Day): Worked {
  const month = Number(day.slice(5, 7));
  if (typeof schedule === 'object') return given(schedule.monthly[month - 1] ?? '1');
  if (schedule === 'months') return over(given(String(month)), given('12'));
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  const days = (Date.parse(`${day}T00:00:00Z`) - start) / 86_400_000 + 1;
  const whole = (Date.UTC(year + 1, 0, 1) - start) / 86_400_000;
  return over(given(String(days)), given(String(whole)));
}
