import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Versioned } from '#libs/read-models';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import { type Purpose, type StewardedKind } from '../../domain/stewardship.events.js';
import { type FixedTask } from '../../domain/stewardship.state.js';

export const STEWARD_REGISTER = { name: 'steward-register', version: 3 } as const;

const schema = schemaOf(STEWARD_REGISTER);

/** A leader attached to an enterprise, park or district, known so from `fromSeq` on; a void ends it. */
@Entity({ schema, name: 'steward' })
@Index(['unit', 'seq'])
@Index(['account', 'seq'])
@Index(['kind', 'seq'])
export class StewardRow implements Versioned {
  /** The event that attached the leader. */
  @PrimaryColumn({ type: 'text' })
  id: string;

  /** The seq of that event: lists show the last recorded first. */
  @Index()
  @Column({ type: 'bigint' })
  seq: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Index()
  @Column({ type: 'text' })
  stewardship: string;

  /** The event that says it as it stands. */
  @Column({ name: 'event_id', type: 'text' })
  eventId: string;

  @Column({ type: 'text' })
  kind: StewardedKind;

  @Column({ type: 'text' })
  code: string;

  /** An enterprise's, where it was given. */
  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ type: 'text' })
  account: AccountCode;

  @Column({ type: 'text' })
  duty: string;

  @Column({ type: 'text' })
  purpose: Purpose;

  @Column({ name: 'from_day', type: 'date' })
  from: Day;

  /** The day of the detachment; null while the leader is attached. */
  @Column({ name: 'until_day', type: 'date', nullable: true })
  until: Day | null;

  @Column({ name: 'detached_by', type: 'text', nullable: true })
  detachedBy: string | null;

  /** 六定 in the order in which they were set; the last one holds. */
  @Column({ type: 'jsonb' })
  tasks: FixedTask[];
}

/** 六定 of a leader, as they were known from `fromSeq` on: what is due, and since when nobody waits for it. */
@Entity({ schema, name: 'task' })
@Index(['dueOn', 'id'], { where: 'until_seq is null and closed_on is null' })
@Index(['overdue', 'dueOn', 'id', 'fromSeq'], { where: 'until_seq is null and overdue is not null' })
@Index(['knownSpan', 'dueOn', 'id', 'fromSeq', 'untilSeq'], { where: 'known_span is not null' })
export class TaskRow implements Versioned {
  /** The event that set them first. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  id: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ name: 'known_span', type: 'text', nullable: true })
  knownSpan: string | null;

  @Index()
  @Column({ type: 'text' })
  stewardship: string;

  @Column({ type: 'text', collation: 'C' })
  kind: StewardedKind;

  @Column({ type: 'text' })
  code: string;

  /** An enterprise's, where it was given. */
  @Column({ type: 'text', nullable: true })
  name: string | null;

  /** Answers beside the leader. */
  @Column({ type: 'text' })
  unit: UnitCode;

  /** The 责任单位 of the 六定. */
  @Column({ type: 'text' })
  holder: UnitCode;

  @Column({ type: 'text' })
  matter: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn: Day;

  /** The day on which it was done or set anew. */
  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn: Day | null;

  /** The name of the span of days on which it was overdue. */
  @Column({ type: 'text', nullable: true })
  overdue: string | null;
}
