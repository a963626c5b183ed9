import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type Evidence, type Money } from '#libs/values';
import { type Proof } from './proof.js';

/** 达产: a year's output (万元) has reached what the contract promised. */
export type DesignCapacityReached = DomainEvent<'DesignCapacityReached', Proof & { outputPerYear: Money }>;
/** A calendar year's output and tax in 万元, and the people employed at its end (features.md P13). */
export type OutputReported = DomainEvent<
  'OutputReported',
  { year: number; output: Money; tax: Money; jobs: number; evidence: Evidence[]; occurredOn: Day }
>;

export type AfterwardsEvent = DesignCapacityReached | OutputReported;
