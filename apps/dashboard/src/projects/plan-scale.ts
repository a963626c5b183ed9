import { daysBetween } from '../periods.js';
import { type PlanNode } from './answers.js';

/** Where days lie on a wall chart, in per cent of its width. */
export interface PlanScale {
  readonly at: (day: string) => number;
  /** The firsts of months (of quarters or years on a long chart) that are written along the top. */
  readonly ticks: readonly { readonly day: string; readonly label: string }[];
}

/** As many labels as stand beside each other without touching. */
const MOST_TICKS = 10;
const STEPS = [1, 3, 6, 12, 24, 60];

/** From the month of the first day to the end of the last one's. `today` is on it. */
export function scaleOf(nodes: readonly PlanNode[], today: string): PlanScale {
  const days = [today, ...nodes.flatMap(daysOf)].toSorted();
  const first = monthOf(days[0]!);
  const end = monthOf(days.at(-1)!) + 1;
  const [from, to] = [firstOf(first), firstOf(end)];
  const step = STEPS.find((months) => (end - first) / months <= MOST_TICKS) ?? STEPS.at(-1)!;
  const ticks = Array.from({ length: end - first }, (_, index) => first + index).filter((month) => month % step === 0);
  return {
    at: (day) => (100 * daysBetween(from, day)) / daysBetween(from, to),
    ticks: ticks.map((month) => ({ day: firstOf(month), label: firstOf(month).slice(0, 7) })),
  };
}

/** One bar of a lane: from where the node before it stands to where it stands. */
export interface LaneBar {
  readonly from: number;
  readonly to: number;
}

type DayField = 'baselineOn' | 'plannedOn' | 'reachedOn';

/** The bars of one lane, one for each node; a node without that day has none. */
export function barsOf(nodes: readonly PlanNode[], field: DayField, at: PlanScale['at']): (LaneBar | undefined)[] {
  const days = nodes.flatMap((node) => node[field] ?? []).toSorted();
  return nodes.map((node) => {
    const day = node[field];
    if (!day) return undefined;
    const before = days.findLast((other) => other < day);
    return { from: before ? at(before) : Math.max(0, at(day) - 1), to: at(day) };
  });
}

const daysOf = ({ baselineOn, plannedOn, contractBy, reachedOn }: PlanNode): string[] =>
  [baselineOn, plannedOn, contractBy, reachedOn].filter((day) => day !== undefined);

/** Months counted from the year 0, so that they can be stepped through. */
const monthOf = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
const firstOf = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
