import { type Day, addDays, dayNumber } from '#libs/values';

/** The days `from` to `to`, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const lastDateOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (number: number): string => String(number).padStart(2, '0');

/** A day so many months away; the last of its month where the other month is shorter. */
function monthsAway(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [otherYear, otherMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return `${String(otherYear).padStart(4, '0')}-${two(otherMonth)}-${two(Math.min(date, lastDateOf(otherYear, otherMonth)))}`;
}

/** How many whole months a period is; undefined when it doesn't begin on a first and end on a last. */
function wholeMonths({ from, to }: Period): number | undefined {
  const startsMonth = from.endsWith('-01');
  const endsMonth = addDays(to, 1).endsWith('-01');
  if (!startsMonth || !endsMonth) return undefined;
  const index = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return index(to) - index(from) + 1;
}

/** The period of the same length right before: as many months where it is whole months, else as many days. */
export function previousPeriod(period: Period): Period {
  const months = wholeMonths(period);
  const to = addDays(period.from, -1);
  if (months !== undefined) return { from: monthsAway(period.from, -months), to };
  return { from: addDays(to, dayNumber(period.from) - dayNumber(period.to)), to };
}

/** The same days a year before (上年同期); a period that ends with February does so then, too. */
export function lastYear(period: Period): Period {
  const to = addDays(monthsAway(addDays(period.to, 1), -12), -1);
  return { from: monthsAway(period.from, -12), to };
}
