import { type Day } from './day.js';
import { addDays, dayNumber } from './day-count.js';

/** The days on which the week alone doesn't say whether people work. */
export interface WorkCalendar {
  /** The years it speaks for; in any other year only Saturdays and Sundays are off. */
  readonly years: ReadonlySet<number>;
  /** Days off, weekends among them or not. */
  readonly holidays: ReadonlySet<Day>;
  /** Weekend days that are worked to make up for a holiday (调休). */
  readonly workdays: ReadonlySet<Day>;
}

/** Nothing but weekends. */
export const WEEKENDS_ONLY: WorkCalendar = { years: new Set(), holidays: new Set(), workdays: new Set() };

const THURSDAY = 4; // 1970-01-01

/** 0 for Sunday to 6 for Saturday. */
const weekday = (number: number): number => (((number + THURSDAY) % 7) + 7) % 7;

/** True for a Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => weekday(dayNumber(day)) % 6 === 0;

/** True when people work on that day (工作日). */
export const isWorkingDay = (day: Day, { holidays, workdays }: WorkCalendar): boolean =>
  isWeekend(day) ? workdays.has(day) : !holidays.has(day);

/** The day itself when people work on it, else the next on which they do. */
export function workingDayFrom(day: Day, calendar: WorkCalendar): Day {
  let next = day;
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next;
}

/** How many working days there are after `from`, up to and with `to`; 0 when `to` isn't later. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  if (to <= from) return 0;
  const within = (day: Day) => from < day && day <= to;
  const off = [...calendar.holidays].filter((day) => within(day) && !isWeekend(day)).length;
  const worked = [...calendar.workdays].filter((day) => within(day) && isWeekend(day)).length;
  return weekdaysUpTo(dayNumber(to)) - weekdaysUpTo(dayNumber(from)) - off + worked;
}

/** Mondays to Fridays up to and with a day, counted from a Sunday long past. */
function weekdaysUpTo(number: number): number {
  const weeks = Math.floor((number + THURSDAY) / 7);
  return weeks * 5 + Math.min(weekday(number), 5);
}
