import { daysBetween } from '../periods.js';

/** Where days lie on a picture, in per cent of its width. */
export interface DayScale {
  readonly at: (day: string) => number;
  /** The days that are written along the top. */
  readonly ticks: readonly { readonly day: string; readonly label: string }[];
}

/** Where something lies between two days, in per cent of the picture's width. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** As many labels as stand beside each other without touching. */
const MOST_TICKS = 10;
const MONTH_STEPS = [1, 3, 6, 12, 24, 60];
const DAY_STEPS = [1, 2, 5, 7, 14];

/** From the month of the first day to the end of the last one's; ticks at the firsts of months, quarters or years. */
export function monthScale(days: readonly string[]): DayScale {
  const sorted = days.toSorted();
  const first = monthOf(sorted[0]!);
  const end = monthOf(sorted.at(-1)!) + 1;
  const [from, to] = [firstOf(first), firstOf(end)];
  const step = MONTH_STEPS.find((months) => (end - first) / months <= MOST_TICKS) ?? MONTH_STEPS.at(-1)!;
  const ticks = Array.from({ length: end - first }, (_, index) => first + index).filter((month) => month % step === 0);
  return {
    at: scaleBetween(from, to),
    ticks: ticks.map((month) => ({ day: firstOf(month), label: firstOf(month).slice(0, 7) })),
  };
}

/** From the start of the first day to the end of the last; ticks some days apart, or by months when they are many. */
export function dayScale(days: readonly string[]): DayScale {
  const sorted = days.toSorted();
  const from = sorted[0]!;
  const to = daysAfter(sorted.at(-1)!, 1);
  const length = daysBetween(from, to);
  const step = DAY_STEPS.find((each) => length / each <= MOST_TICKS);
  if (step === undefined) return monthScale(days);
  const ticks = Array.from({ length: Math.ceil(length / step) }, (_, index) => daysAfter(from, index * step));
  return { at: scaleBetween(from, to), ticks: ticks.map((day) => ({ day, label: day.slice(5) })) };
}

/** The day so many days later. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);

const scaleBetween = (from: string, to: string) => (day: string) =>
  (100 * daysBetween(from, day)) / daysBetween(from, to);

/** Months counted from the year 0, so that they can be stepped through. */
const monthOf = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
const firstOf = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
