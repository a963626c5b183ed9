import { type Day } from './day.js';

const MS = 86_400_000;

/** Days since 1970-01-01: what a day is counted by. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS;

const dayNumbered = (number: number): Day => new Date(number * MS).toISOString().slice(0, 10);

/** The day `count` days later; earlier when it is negative. */
export const addDays = (day: Day, count: number): Day => dayNumbered(dayNumber(day) + count);

/** Days from `earlier` to `later`: 0 for the same day, negative when they stand the other way round. */
export const daysBetween = (earlier: Day, later: Day): number => dayNumber(later) - dayNumber(earlier);
