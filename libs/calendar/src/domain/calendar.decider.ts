import { type Decider, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, isWeekend } from '#libs/values';
import { type CalendarPublished, type YearCalendar } from './calendar.events.js';
import { CALENDAR_TITLES } from './titles.js';

export interface PublishCalendar {
  readonly kind: 'publish-calendar';
  readonly calendar: CalendarPublished['data'];
  readonly today: Day;
}

/** `undefined` until the year's calendar is published. */
export type CalendarState = YearCalendar | undefined;

/** The rules of a year's working days, by which limits in working days are counted (features.md P3). */
export const calendarDecider: Decider<PublishCalendar, CalendarState, CalendarPublished> = {
  knows: CALENDAR_TITLES,
  initialState: undefined,

  decide({ calendar, today }) {
    const { year, holidays, workdays, occurredOn } = calendar;
    refuseFuture(occurredOn, today);
    refuseUnless(
      holidays.length + workdays.length > 0,
      'invalid',
      'CALENDAR.EMPTY',
      '须列出放假或调休上班的日期',
      'holidays',
    );
    refuseOutside(year, holidays, 'holidays');
    refuseOutside(year, workdays, 'workdays');
    workdays.forEach((day, index) => {
      const field = `workdays.${index}`;
      refuseUnless(isWeekend(day), 'invalid', 'CALENDAR.WORKDAY_IN_WEEK', `${day} 不是周末，无须列为上班日`, field);
      refuseUnless(!holidays.includes(day), 'invalid', 'CALENDAR.DAY_TWICE', `${day} 既列为放假又列为上班`, field);
    });
    return [{ type: 'CalendarPublished', data: calendar }];
  },

  evolve: (_state, { data: { year, holidays, workdays } }) => ({ year, holidays, workdays }),
};

const refuseOutside = (year: number, days: readonly Day[], field: string): void =>
  days.forEach((day, index) =>
    refuseUnless(
      day.startsWith(`${year}-`),
      'invalid',
      'CALENDAR.OTHER_YEAR',
      `${day} 不在 ${year} 年内`,
      `${field}.${index}`,
    ),
  );
