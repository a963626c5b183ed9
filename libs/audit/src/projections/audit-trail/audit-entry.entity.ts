import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Source } from '#libs/eventsourcing';
import { schemaOf } from '#libs/projections';
import { type Day, type UnitCode } from '#libs/values';

export const AUDIT_TRAIL = { name: 'audit-trail', version: 1 } as const;

/** One event: where it stands in the log, whose it is, who recorded it for whom. */
@Entity({ schema: schemaOf(AUDIT_TRAIL), name: 'entry' })
@Index(['stream', 'revision'], { unique: true })
export class AuditEntryRow {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ type: 'bigint' })
  position: string;

  /** Not unique: the store takes the same id again in another stream. */
  @Index()
  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'text' })
  stream: string;

  @Column({ type: 'bigint' })
  revision: string;

  @Column({ type: 'text' })
  type: string;

  /** The unit that answers for what the event is about; null when the log doesn't say. */
  @Column({ type: 'text', nullable: true })
  unit: UnitCode | null;

  /** Null, like the next three, when another program wrote the event without saying who. */
  @Column({ type: 'text', nullable: true })
  actor: string | null;

  @Column({ name: 'acting_unit', type: 'text', nullable: true })
  actingUnit: UnitCode | null;

  @Column({ type: 'text', nullable: true })
  role: string | null;

  @Column({ type: 'jsonb', nullable: true })
  source: Source | null;

  @Column({ name: 'occurred_on', type: 'date', nullable: true })
  occurredOn: Day | null;

  @Index()
  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
