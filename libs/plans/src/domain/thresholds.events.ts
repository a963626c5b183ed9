import { type DomainEvent } from '#libs/eventsourcing';
import { type Day } from '#libs/values';

/** When a milestone's light turns: days before the planned day, and days after it. */
export interface Thresholds {
  /** Yellow from so many days before the planned day. */
  readonly yellowDays: number;
  /** Red from more than so many days after it. */
  readonly redDays: number;
}

/** The lights of every plan turn by these from now on. */
export type PlanThresholdsSet = DomainEvent<'PlanThresholdsSet', Thresholds & { occurredOn: Day }>;

export const THRESHOLDS_STREAM = 'thresholds-plan';
