import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Day, type SubjectKind } from '#libs/values';
import { type Schedule } from '../../domain/schedule.js';

export const TARGET_REGISTER = { name: 'target-register', version: 1 } as const;

/** A target as one event set or revised it. Written once: the latest known on a day is the one that holds then. */
@Entity({ schema: schemaOf(TARGET_REGISTER), name: 'target' })
@Index(['year', 'metric', 'subjectKind', 'subjectCode'])
export class TargetRow {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'int' })
  year: number;

  @Column({ type: 'text' })
  metric: string;

  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: SubjectKind;

  @Column({ name: 'subject_code', type: 'text' })
  subjectCode: string;

  /** Decimal text, in the metric's unit. */
  @Column({ type: 'numeric' })
  amount: string;

  @Column({ type: 'jsonb' })
  schedule: Schedule;

  @Column({ name: 'parent_kind', type: 'text', nullable: true })
  parentKind: SubjectKind | null;

  @Column({ name: 'parent_code', type: 'text', nullable: true })
  parentCode: string | null;

  @Column({ name: 'over_allotment', type: 'text', nullable: true })
  overAllotment: string | null;

  /** Null for the first setting. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'approved_by', type: 'text', nullable: true })
  approvedBy: string | null;

  /** From this day on. */
  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn: Day;
}

/** What a metric is that the catalogue lacks, as the first target of the year named it. */
@Entity({ schema: schemaOf(TARGET_REGISTER), name: 'own_metric' })
export class OwnMetricRow {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ type: 'int' })
  year: number;

  @Column({ type: 'text' })
  metric: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  unit: string;
}
