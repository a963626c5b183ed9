import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from './day-count.js';
import {
  WEEKENDS_ONLY,
  type WorkCalendar,
  isWeekend,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from './work-calendar.js';

/** The first week of October 2022 was off, the Saturday and Sunday after it were worked. */
const AUTUMN_2022: WorkCalendar = {
  years: new Set([2022]),
  holidays: new Set(['2022-10-03', '2022-10-04', '2022-10-05', '2022-10-06', '2022-10-07']),
  workdays: new Set(['2022-10-08', '2022-10-09']),
};
const day = fc.integer({ min: -1000, max: 1000 }).map((count) => addDays('2022-10-01', count));

describe('days', () => {
  it('are counted over leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2022-01-01', -1)).toBe('2021-12-31');
    expect(daysBetween('2022-01-01', '2023-01-01')).toBe(365);
    expect(daysBetween('2022-05-02', '2022-05-01')).toBe(-1);
  });
});

describe('a working day', () => {
  it.each([
    ['2022-09-30', true],
    ['2022-10-01', false],
    ['2022-10-03', false],
    ['2022-10-08', true],
    ['2022-10-10', true],
  ])('%s: %s', (date, works) => {
    expect(isWorkingDay(date, AUTUMN_2022)).toBe(works);
  });

  it('is any weekday where no calendar speaks', () => {
    expect(isWorkingDay('2022-10-03', WEEKENDS_ONLY)).toBe(true);
    expect(isWorkingDay('2022-10-08', WEEKENDS_ONLY)).toBe(false);
    expect([isWeekend('1969-12-28'), isWeekend('1969-12-29')]).toEqual([true, false]);
  });

  it('comes next after a holiday', () => {
    expect(workingDayFrom('2022-10-01', AUTUMN_2022)).toBe('2022-10-08');
    expect(workingDayFrom('2022-10-08', AUTUMN_2022)).toBe('2022-10-08');
  });
});

describe('working days between two days', () => {
  it('leave the first out and take the last in', () => {
    expect(workingDaysBetween('2022-09-30', '2022-10-10', AUTUMN_2022)).toBe(3);
    expect(workingDaysBetween('2022-09-29', '2022-09-30', AUTUMN_2022)).toBe(1);
    expect(workingDaysBetween('2022-09-30', '2022-09-30', AUTUMN_2022)).toBe(0);
    expect(workingDaysBetween('2022-10-10', '2022-09-30', AUTUMN_2022)).toBe(0);
  });

  it('are as many as one finds by walking', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 400 }), (from, length) => {
        const walked = Array.from({ length }, (_, index) => addDays(from, index + 1));
        const counted = walked.filter((each) => isWorkingDay(each, AUTUMN_2022)).length;
        expect(workingDaysBetween(from, addDays(from, length), AUTUMN_2022)).toBe(counted);
      }),
    );
  });
});
