import { Temporal } from 'temporal-polyfill';

/** A business day in Asia/Shanghai, written `YYYY-MM-DD`. */
export type Day = string;

const ZONE = 'Asia/Shanghai';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that the calendar has: `2024-02-29`, not `2023-02-29`. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  // `Date` carries 30 February over into March, and is ten times as fast as Temporal where every event is checked.
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

/** The business day on which an instant falls. */
export const dayOf = (instant: Date): Day =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();

/** The first instant after a business day: what was recorded before it was known by the end of that day. */
export const endOf = (day: Day): Date =>
  new Date(
    Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: ZONE, plainTime: '00:00' })
      .epochMilliseconds,
  );
