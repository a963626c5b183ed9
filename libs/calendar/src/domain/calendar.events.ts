import { type DomainEvent } from '#libs/eventsourcing';
import { type Day } from '#libs/values';

/** A year's days off (weekends among them or not) and the weekend days that are worked instead (调休). */
export interface YearCalendar {
  readonly year: number;
  readonly holidays: Day[];
  readonly workdays: Day[];
}

/** The yearly notice on holidays; a later one for the same year takes its place. `occurredOn` is the notice's day. */
export type CalendarPublished = DomainEvent<'CalendarPublished', YearCalendar & { occurredOn: Day }>;

export const calendarStream = (year: number): string => `calendar-${year}`;
