import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Day, type UnitCode } from '#libs/values';
import { type BatchKind, type Deed } from '../../domain/batch.events.js';

export const BATCH_REGISTER = { name: 'batch-register', version: 3 } as const;
const schema = schemaOf(BATCH_REGISTER);

/** A batch: as it was planned, and when it became known that it was held. */
@Entity({ schema, name: 'batch' })
export class BatchRow {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  kind: BatchKind;

  @Column({ type: 'text' })
  name: string;

  /** The organizer. */
  @Column({ type: 'text' })
  unit: UnitCode;

  /** The day it was meant for. */
  @Column({ name: 'planned_for', type: 'date' })
  plannedFor: Day;

  /** The seq of its first event: lists show the newest first. */
  @Index({ unique: true })
  @Column({ name: 'planned_seq', type: 'bigint' })
  plannedSeq: string;

  /** What was said of its being held, and at which seq: the last word known counts. */
  @Column({ type: 'jsonb' })
  holdings: readonly { readonly seq: string; readonly on: Day | null }[];
}

/** A project comes on a batch's list, or off it (no unit). Insert-only: the list as of a seq is the last of each by then. */
@Entity({ schema, name: 'listing' })
@Index(['unit'])
export class ListingRow {
  @PrimaryColumn({ type: 'text' })
  batch: string;

  @PrimaryColumn({ type: 'text' })
  project: string;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  /** The unit that answered for the project when it was listed. */
  @Column({ type: 'text', nullable: true })
  unit: UnitCode | null;

  /** What it was listed for; null where the batch is for one deed only, or it comes off. */
  @Column({ type: 'text', nullable: true })
  deed: Deed | null;

  @Column({ type: 'date' })
  day: Day;
}
