import { type CalendarPublished } from './calendar.events.js';

/** What happened, in a word, for whoever reads the event. */
export const CALENDAR_TITLES: Readonly<Record<CalendarPublished['type'], string>> = {
  CalendarPublished: '工作日历发布',
};
