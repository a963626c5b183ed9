import { type DayScale, type Span, monthScale } from '../ui/day-scale.js';
import { type PlanNode } from './answers.js';

/** From the month of the first day to the end of the last one's. `today` is on it. */
export const scaleOf = (nodes: readonly PlanNode[], today: string): DayScale =>
  monthScale([today, ...nodes.flatMap(daysOf)]);

type DayField = 'baselineOn' | 'plannedOn' | 'reachedOn';

/** The bars of one lane, one for each node, from where the node before it stands; a node without that day has none. */
export function barsOf(nodes: readonly PlanNode[], field: DayField, at: DayScale['at']): (Span | undefined)[] {
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
