import { type Decider, refuseFuture } from '#libs/eventsourcing';
import { type Day, addDays, daysBetween } from '#libs/values';
import { type PlanThresholdsSet, type Thresholds } from './thresholds.events.js';
import { PLAN_TITLES } from './titles.js';

export const DEFAULT_THRESHOLDS: Thresholds = { yellowDays: 15, redDays: 0 };

export interface SetThresholds {
  readonly kind: 'set-thresholds';
  readonly thresholds: PlanThresholdsSet['data'];
  readonly today: Day;
}

/** The one set of thresholds of the city (挂图作战的红黄绿灯); setting them anew replaces them. */
export const thresholdsDecider: Decider<SetThresholds, Thresholds, PlanThresholdsSet> = {
  knows: PLAN_TITLES,
  initialState: DEFAULT_THRESHOLDS,

  decide({ thresholds, today }) {
    refuseFuture(thresholds.occurredOn, today);
    return [{ type: 'PlanThresholdsSet', data: thresholds }];
  },

  evolve: (_state, { data: { yellowDays, redDays } }) => ({ yellowDays, redDays }),
};

export const LIGHTS = ['green', 'yellow', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** A milestone's light at the end of `on`: green once it is reached, or while its planned day is far. */
export function lightOn(
  { plannedOn, reachedOn }: { readonly plannedOn: Day; readonly reachedOn?: Day },
  on: Day,
  { yellowDays, redDays }: Thresholds,
): Light {
  if (reachedOn !== undefined && reachedOn <= on) return 'green';
  if (on > addDays(plannedOn, redDays)) return 'red';
  return on >= addDays(plannedOn, -yellowDays) ? 'yellow' : 'green';
}

/** Days by which a milestone was reached after `target` (before it: negative), or by which it is late so far. */
export const slippageOn = (target: Day, reachedOn: Day | undefined, on: Day): number =>
  reachedOn !== undefined && reachedOn <= on ? daysBetween(target, reachedOn) : Math.max(0, daysBetween(target, on));
