import { Temporal } from 'temporal-polyfill';

/** A business day in Asia/Shanghai, written `YYYY-MM-DD`. */
export type Day = string;

const ZONE = 'Asia/Shanghai';
// Postgres has no year 0, and JavaScript takes years below 100 for those of 1900: a year so early is a slip of the pen.
const DAY = /^((?:19|[2-9]\d)\d{2})-(\d{2})-(\d{2})$/;
const FEBRUARY = 2;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that the calendar has, from 1900 on: `2024-02-29`, not `2023-02-29`. */
export function isDay(value: unknown): value is Day {
  // Temporal and `Date` are right, too, but every event is checked.
  const [, year, month, day] = (typeof value === 'string' && DAY.exec(value)?.map(Number)) || [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeapDay = month === FEBRUARY && day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeapDay || (day >= 1 && day <= (DAYS_OF_MONTHS[month - 1] ?? 0));
}

/** The business day on which an instant falls. */
export const dayOf = (instant: Date): Day =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();

/** The first of the days that there are. */
export const earliest = (...days: (Day | undefined)[]): Day | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0];

/** The first instant after a business day: what was recorded before it was known by the end of that day. */
export const endOf = (day: Day): Date =>
  new Date(
    Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: ZONE, plainTime: '00:00' })
      .epochMilliseconds,
  );
