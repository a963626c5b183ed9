import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Project } from '#libs/projects';
import { type Versioned } from '#libs/read-models';
import { type AccountCode, type Day, type Grade, type Money, type Month, type UnitCode } from '#libs/values';
import { type PlannedMilestone } from '../../domain/plan.events.js';
import { type Plan, type Reached } from '../../domain/plan.state.js';

export const MILESTONES_MODEL = { name: 'milestones', version: 6 } as const;
const schema = schemaOf(MILESTONES_MODEL);
const KEYS = ['project', 'code'];

/** A milestone of a project as it was known from `fromSeq` on: promised, planned and reached. */
@Entity({ schema, name: 'milestone' })
@Index(['plannedOn', ...KEYS], { where: 'until_seq is null and closed_on is null and planned_on is not null' })
@Index(['contractBy', ...KEYS], { where: 'until_seq is null and closed_on is null and contract_by is not null' })
@Index(['planOverdue', 'plannedOn', ...KEYS, 'fromSeq', 'unit'], {
  where: 'until_seq is null and plan_overdue is not null',
})
@Index(['contractOverdue', 'contractBy', ...KEYS, 'fromSeq', 'unit'], {
  where: 'until_seq is null and contract_overdue is not null',
})
@Index(['knownSpan', 'plannedOn', ...KEYS, 'fromSeq', 'untilSeq', 'unit'], {
  where: 'known_span is not null and planned_on is not null',
})
@Index(['knownSpan', 'contractBy', ...KEYS, 'fromSeq', 'untilSeq', 'unit'], {
  where: 'known_span is not null and contract_by is not null',
})
export class MilestoneRow implements Versioned {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  project: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  code: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ name: 'known_span', type: 'text', nullable: true })
  knownSpan: string | null;

  /** The unit that answers for the project. */
  @Column({ type: 'text' })
  unit: UnitCode;

  /** The place that answers first throughout. */
  @Column({ name: 'local_unit', type: 'text' })
  localUnit: UnitCode;

  @Column({ type: 'text' })
  name: string;

  /** Its place in the plan; null, like the next three, when it isn't planned. */
  @Column({ name: 'plan_order', type: 'int', nullable: true })
  order: number | null;

  @Column({ type: 'int', nullable: true })
  weight: number | null;

  @Column({ name: 'baseline_on', type: 'date', nullable: true })
  baselineOn: Day | null;

  @Column({ name: 'planned_on', type: 'date', nullable: true })
  plannedOn: Day | null;

  /** By when the contract, as it reads now, promises it. */
  @Column({ name: 'contract_by', type: 'date', nullable: true })
  contractBy: Day | null;

  @Column({ name: 'reached_on', type: 'date', nullable: true })
  reachedOn: Day | null;

  @Column({ name: 'reached_event', type: 'uuid', nullable: true })
  reachedEvent: string | null;

  @Column({ type: 'text', nullable: true })
  grade: Grade | null;

  /** From when on nobody waits for it: it is reached, the contract has ended, or there never was a project. */
  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn: Day | null;

  /** The names of the spans of days on which the promise and the plan were overdue. */
  @Column({ name: 'contract_overdue', type: 'text', nullable: true })
  contractOverdue: string | null;

  @Column({ name: 'plan_overdue', type: 'text', nullable: true })
  planOverdue: string | null;
}

/** A plan as it was baselined or revised. */
@Entity({ schema, name: 'plan_version' })
export class PlanVersionRow {
  @PrimaryColumn({ type: 'text' })
  project: string;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn: Day;

  /** Null, like the next, for the baseline. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  approver: AccountCode | null;

  @Column({ type: 'jsonb' })
  milestones: readonly PlannedMilestone[];
}

/** A version of a plan was recorded by mistake, as is known from `seq` on. */
@Entity({ schema, name: 'plan_version_void' })
export class PlanVersionVoidRow {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'bigint' })
  seq: string;
}

/** A project's plan for a year, as it was known from `fromSeq` on. */
@Entity({ schema, name: 'annual_plan' })
export class AnnualPlanRow implements Versioned {
  @PrimaryColumn({ type: 'text' })
  project: string;

  @PrimaryColumn({ type: 'int' })
  year: number;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ name: 'local_unit', type: 'text' })
  localUnit: UnitCode;

  /** 万元. */
  @Column({ type: 'numeric' })
  investment: Money;

  @Column({ name: 'start_month', type: 'text', nullable: true })
  startMonth: Month | null;

  @Column({ name: 'completion_month', type: 'text', nullable: true })
  completionMonth: Month | null;

  @Column({ name: 'production_month', type: 'text', nullable: true })
  productionMonth: Month | null;
}

/** What the next event of a project, its plan or its construction permit is applied to; nothing searches inside. */
@Entity({ schema, name: 'subject' })
export class SubjectRow {
  @PrimaryColumn({ type: 'text' })
  project: string;

  @Column({ type: 'json', nullable: true })
  state: Project | null;

  @Column({ type: 'json' })
  plan: Plan;

  /** Construction permits that were granted, by approval. */
  @Column({ type: 'json' })
  permits: Readonly<Record<string, Reached & { readonly revokedBy?: string }>>;
}

/** Which project a construction permit was requested for. */
@Entity({ schema, name: 'permit' })
export class PermitRow {
  @PrimaryColumn({ type: 'text' })
  approval: string;

  @Column({ type: 'text' })
  project: string;
}

/** The thresholds of the lights, as they were known from `fromSeq` on. */
@Entity({ schema, name: 'thresholds' })
export class ThresholdsRow {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'yellow_days', type: 'int' })
  yellowDays: number;

  @Column({ name: 'red_days', type: 'int' })
  redDays: number;
}
