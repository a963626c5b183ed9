import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Day, type Evidence, type Grade, type UnitCode } from '#libs/values';
import { type CertifiedItem, type PanelSheet } from '../../domain/inputs/input.events.js';

export const INPUT_REGISTER = { name: 'input-register', version: 1 } as const;
const schema = schemaOf(INPUT_REGISTER);

/** An input as one event certified or corrected it. Written once: of several in a place the last known is the one. */
@Entity({ schema, name: 'certified_input' })
@Index(['scheme', 'periodFrom', 'input', 'subject'])
export class CertifiedInputRow {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'text' })
  scheme: string;

  @Column({ name: 'period_from', type: 'date' })
  periodFrom: Day;

  @Column({ name: 'period_to', type: 'date' })
  periodTo: Day;

  @Column({ type: 'text' })
  input: string;

  /** `''` when it is common to all. */
  @Column({ type: 'text' })
  subject: string;

  /** The unit that certified it. */
  @Column({ name: 'by_unit', type: 'text' })
  by: UnitCode;

  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn: Day;

  /** Decimal text: a certified number, or points given at discretion. */
  @Column({ type: 'numeric', nullable: true })
  value: string | null;

  @Column({ type: 'jsonb', nullable: true })
  items: readonly CertifiedItem[] | null;

  @Column({ type: 'jsonb', nullable: true })
  scores: readonly PanelSheet[] | null;

  @Column({ type: 'jsonb' })
  evidence: readonly Evidence[];

  @Column({ type: 'text' })
  grade: Grade;

  /** Of a correction, or of an award. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** Of an award. */
  @Column({ type: 'text', nullable: true })
  approver: string | null;

  @Column({ name: 'corrects_event_id', type: 'uuid', nullable: true })
  correctsEventId: string | null;
}

/** A decision on whether one item of a list counts. Written once: the last known is the one. */
@Entity({ schema, name: 'recognition' })
@Index(['scheme', 'periodFrom', 'input'])
export class RecognitionRow {
  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'text' })
  scheme: string;

  @Column({ name: 'period_from', type: 'date' })
  periodFrom: Day;

  @Column({ name: 'period_to', type: 'date' })
  periodTo: Day;

  @Column({ type: 'text' })
  input: string;

  /** `''` when it is common to all. */
  @Column({ type: 'text' })
  subject: string;

  /** The unit that certified it. */
  @Column({ name: 'by_unit', type: 'text' })
  by: UnitCode;

  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn: Day;

  @Column({ type: 'text' })
  item: string;

  @Column({ type: 'boolean' })
  counts: boolean;

  @Column({ type: 'text' })
  reason: string;
}
