import { type WorkCalendar } from '#libs/values';
import { type YearCalendar } from './calendar.events.js';

/** Years' calendars as one, for counting. */
export const workCalendarOf = (years: Iterable<YearCalendar>): WorkCalendar => {
  const all = [...years];
  return {
    years: new Set(all.map(({ year }) => year)),
    holidays: new Set(all.flatMap(({ holidays }) => holidays)),
    workdays: new Set(all.flatMap(({ workdays }) => workdays)),
  };
};
