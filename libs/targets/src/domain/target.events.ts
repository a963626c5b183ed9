import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type SubjectRef } from '#libs/values';
import { type Schedule } from './schedule.js';

/** A metric that no posting counts; its figures are certified or kept elsewhere. */
export interface OwnMetric {
  readonly name: string;
  /** 个, 万元, %, … */
  readonly unit: string;
}

/** What a year's target says: `amount` is decimal text in the metric's own unit (个, 万元, %). */
interface Goal {
  subject: SubjectRef;
  metric: string;
  year: number;
  amount: string;
  schedule: Schedule;
  /** Whose target of the same metric and year this one is part of. */
  parent?: SubjectRef;
  /** Why it may take more than its parent leaves, or its children may have more than it: said, never assumed. */
  overAllotment?: string;
  occurredOn: Day;
}

/** A subject owes an amount of a metric within a year. `own`: what the metric is when the catalogue doesn't have it. */
export type TargetSet = DomainEvent<'TargetSet', Goal & { own?: OwnMetric }>;
/** Another amount or schedule from its day on, with the whole target as it now is; what was owed before stays known. */
export type TargetRevised = DomainEvent<'TargetRevised', Goal & { reason: string; approvedBy: string }>;

export type TargetEvent = TargetSet | TargetRevised;

/**
 * All targets of a metric and year share a stream: that children take no more than their parent leaves is a rule across
 * them, and one append decides it.
 */
export const targetStream = (metric: string, year: number): string => `target-${metric}-${year}`;
