import { daysBetween } from '../periods.js';
import { type PlannedProject } from './answers.js';

/** The last day of a month. */
export const endOfMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/**
 * Days between the end of the planned month and the start, or the day looked at where there is none yet; negative when
 * early, absent while the month isn't over.
 */
export function slippageOn({ startMonth, startedOn }: PlannedProject, on: string): number | undefined {
  const days = daysBetween(endOfMonth(startMonth), startedOn ?? on);
  return startedOn || days > 0 ? days : undefined;
}
