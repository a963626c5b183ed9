import { PublishCalendarHandler } from './commands/publish-calendar/publish-calendar.handler.js';
import { GetCalendarHandler } from './queries/calendar-of-year/get-calendar.js';

export * from './commands/publish-calendar/publish-calendar.command.js';
export * from './domain/calendar.events.js';
export * from './domain/titles.js';
export * from './domain/work-calendar.js';
export * from './queries/calendar-of-year/get-calendar.js';

export const calendarCommandHandlers = [PublishCalendarHandler];
export const calendarQueryHandlers = [GetCalendarHandler];
