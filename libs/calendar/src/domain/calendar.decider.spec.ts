import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { isWorkingDay } from '#libs/values';
import { calendarDecider } from './calendar.decider.js';
import { type CalendarPublished } from './calendar.events.js';
import { workCalendarOf } from './work-calendar.js';

const notice = { year: 2022, holidays: ['2022-10-03'], workdays: ['2022-10-08'], occurredOn: '2021-10-25' };
const publish = (change: object = {}) =>
  ({ kind: 'publish-calendar', calendar: { ...notice, ...change }, today: '2022-09-30' }) as const;
const published: CalendarPublished = { type: 'CalendarPublished', data: notice };

describe("a year's calendar", () => {
  it('is published, and published anew', () => {
    expect(given(calendarDecider).when(publish())).toEqual([published]);
    expect(given(calendarDecider, published).when(publish({ workdays: [] }))).toMatchObject([
      { data: { workdays: [] } },
    ]);
  });

  it.each([
    ['that says nothing', { holidays: [], workdays: [] }, 'CALENDAR.EMPTY', 'holidays'],
    ['with a day of another year', { holidays: ['2022-10-03', '2023-01-02'] }, 'CALENDAR.OTHER_YEAR', 'holidays.1'],
    ['with a weekday as a day made up for', { workdays: ['2022-10-07'] }, 'CALENDAR.WORKDAY_IN_WEEK', 'workdays.0'],
    ['with a day both off and worked', { holidays: ['2022-10-08'] }, 'CALENDAR.DAY_TWICE', 'workdays.0'],
    ['noticed in the future', { occurredOn: '2022-10-01' }, 'DAY.IN_FUTURE', 'occurredOn'],
  ])('is refused %s', (_, change, refused, field) => {
    expect(given(calendarDecider).when(publish(change))).toEqual({ refused, field });
  });

  it('is counted by together with those of other years', () => {
    const calendar = workCalendarOf([notice, { year: 2023, holidays: ['2023-01-02'], workdays: [] }]);
    expect(['2022-10-03', '2022-10-08', '2023-01-02', '2023-01-03'].map((day) => isWorkingDay(day, calendar))).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect([...calendar.years]).toEqual([2022, 2023]);
  });
});
