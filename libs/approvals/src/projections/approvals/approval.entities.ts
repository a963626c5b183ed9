import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Versioned } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { type ApprovalKind } from '../../domain/approval.kinds.js';
import { type Approval } from '../../domain/approval.state.js';

export const APPROVALS = { name: 'approvals', version: 7 } as const;
const schema = schemaOf(APPROVALS);

/** One attempt at an approval, as it was known from `fromSeq` on. Nothing in it depends on the day it is asked for. */
@Entity({ schema, name: 'approval' })
@Index(['project'])
@Index(['department', 'requestedSeq'])
@Index(['unit', 'requestedSeq'])
@Index(['requestedSeq', 'requestedOn', 'fromSeq', 'untilSeq'])
@Index(['jointCase', 'requestedSeq'], { where: 'joint_case is not null' })
@Index(['dueOn', 'id'], { where: 'until_seq is null and decided_on is null and due_on is not null' })
@Index(['owedBy', 'id'], { where: 'until_seq is null and owed_until is null and owed_by is not null' })
@Index(['decisionOverdue', 'dueOn', 'id', 'fromSeq', 'unit', 'department'], {
  where: 'until_seq is null and decision_overdue is not null',
})
@Index(['papersOverdue', 'owedBy', 'id', 'fromSeq', 'unit'], {
  where: 'until_seq is null and papers_overdue is not null',
})
@Index(['knownSpan', 'dueOn', 'id', 'fromSeq', 'untilSeq', 'unit', 'department'], {
  where: 'known_span is not null and due_on is not null',
})
@Index(['knownSpan', 'owedBy', 'id', 'fromSeq', 'untilSeq', 'unit'], {
  where: 'known_span is not null and owed_by is not null',
})
export class ApprovalRow implements Versioned {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  id: string;

  /** From 1. */
  @PrimaryColumn({ type: 'int' })
  attempt: number;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ name: 'known_span', type: 'text', nullable: true })
  knownSpan: string | null;

  @Column({ type: 'text' })
  project: string;

  /** The unit that answers for the project. */
  @Column({ type: 'text' })
  unit: UnitCode;

  /** The place that answers first throughout. */
  @Column({ name: 'local_unit', type: 'text' })
  localUnit: UnitCode;

  @Column({ type: 'text' })
  department: UnitCode;

  @Column({ name: 'agent_unit', type: 'text', nullable: true })
  agentUnit: UnitCode | null;

  @Column({ type: 'text' })
  kind: ApprovalKind;

  @Column({ name: 'joint_case', type: 'text', nullable: true })
  jointCase: string | null;

  /** The seq of the request: lists show the newest first. */
  @Column({ name: 'requested_seq', type: 'bigint' })
  requestedSeq: string;

  @Column({ name: 'requested_on', type: 'date' })
  requestedOn: Day;

  @Column({ name: 'accepted_on', type: 'date', nullable: true })
  acceptedOn: Day | null;

  /** The last day of the promised limit, or of the statutory one where nothing was promised. */
  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn: Day | null;

  @Column({ name: 'statutory_due_on', type: 'date', nullable: true })
  statutoryDueOn: Day | null;

  /** The day it was granted, refused or withdrawn. */
  @Column({ name: 'decided_on', type: 'date', nullable: true })
  decidedOn: Day | null;

  @Column({ type: 'text', nullable: true })
  outcome: NonNullable<Approval['outcome']> | null;

  @Column({ name: 'revoked_on', type: 'date', nullable: true })
  revokedOn: Day | null;

  /** By when the enterprise owes papers or proof, and since when it owes them no more. */
  @Column({ name: 'owed_by', type: 'date', nullable: true })
  owedBy: Day | null;

  @Column({ name: 'owed_until', type: 'date', nullable: true })
  owedUntil: Day | null;

  /** The names of the spans of days on which the decision and the papers were overdue. */
  @Column({ name: 'decision_overdue', type: 'text', nullable: true })
  decisionOverdue: string | null;

  @Column({ name: 'papers_overdue', type: 'text', nullable: true })
  papersOverdue: string | null;

  /** All of it, ready to evolve further. */
  @Column({ type: 'jsonb' })
  state: Approval;

  /** The revision of the approval's stream. */
  @Column({ type: 'bigint' })
  revision: string;
}

/** A year's working days, as they were known from `fromSeq` on. */
@Entity({ schema, name: 'calendar' })
export class CalendarRow implements Versioned {
  @PrimaryColumn({ type: 'int' })
  year: number;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ type: 'jsonb' })
  holidays: Day[];

  @Column({ type: 'jsonb' })
  workdays: Day[];
}
