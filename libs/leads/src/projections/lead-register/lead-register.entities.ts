import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Versioned } from '#libs/read-models';
import { type AccountCode, type Day, type Money, type Month, type UnitCode, type Tier } from '#libs/values';
import { type Lead } from '../../domain/lead.state.js';
import { type Debtor, type QuotaMetric } from '../../domain/quota.events.js';
import { type LeadStatus } from '../../domain/vocabulary.js';

export const LEAD_REGISTER = { name: 'lead-register', version: 6 } as const;
const schema = schemaOf(LEAD_REGISTER);

/**
 * A lead as it was known from `fromSeq` on. `lead` is the whole of it; the other columns are what lists filter, order and
 * count by.
 */
@Entity({ schema, name: 'lead' })
@Index(['capturedSeq'])
// All that a pipeline counts by: it is answered from the index alone.
@Index(['unit', 'status', 'chain', 'expectedInvestment', 'fromSeq', 'untilSeq'])
@Index(['unit', 'capturedSeq'])
@Index(['class', 'capturedSeq'])
@Index(['introducer', 'capturedSeq'], { where: 'introducer is not null' })
@Index(['mergedInto'], { where: 'merged_into is not null' })
@Index(['capturedOn'])
@Index(['capturedUnit', 'capturedOn'])
@Index(['capturedUnit', 'qualifiedOn'])
export class LeadRow implements Versioned {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  /** The seq of its first event: lists show the newest lead first. */
  @Column({ name: 'captured_seq', type: 'bigint' })
  capturedSeq: string;

  /** The revision of the lead's stream. */
  @Column({ type: 'bigint' })
  revision: string;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ name: 'captured_unit', type: 'text' })
  capturedUnit: UnitCode;

  @Column({ name: 'captured_by', type: 'text', nullable: true })
  capturedBy: AccountCode | null;

  /** The units that may see it. */
  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  viewers: UnitCode[];

  @Column({ type: 'text' })
  status: LeadStatus;

  /** The lead that it was merged into. */
  @Column({ name: 'merged_into', type: 'text', nullable: true })
  mergedInto: string | null;

  @Column({ type: 'text', nullable: true })
  chain: string | null;

  @Column({ type: 'text', nullable: true })
  class: string | null;

  /** The code or the project of the enterprise that introduced this one. */
  @Column({ type: 'text', nullable: true })
  introducer: string | null;

  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  tiers: readonly Tier[];

  @Column({ name: 'expected_investment', type: 'numeric' })
  expectedInvestment: Money;

  @Column({ name: 'first_contact_on', type: 'date' })
  firstContactOn: Day;

  @Column({ name: 'captured_on', type: 'date' })
  capturedOn: Day;

  @Column({ name: 'qualified_on', type: 'date', nullable: true })
  qualifiedOn: Day | null;

  @Column({ name: 'converted_on', type: 'date', nullable: true })
  convertedOn: Day | null;

  @Column({ type: 'jsonb' })
  lead: Lead;
}

/**
 * What a quota says from a month on, as it was known from `fromSeq` until it was taken back; of several rows for one month
 * the one with the highest `fromSeq` holds.
 */
@Entity({ schema, name: 'quota' })
export class QuotaRow implements Versioned {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  /** The event that says so. */
  @Index()
  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ name: 'from_month', type: 'text' })
  from: Month;

  @Column({ type: 'boolean' })
  ended: boolean;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text', nullable: true })
  metric: QuotaMetric | null;

  @Column({ name: 'per_month', type: 'int', nullable: true })
  perMonth: number | null;

  @Column({ type: 'jsonb' })
  who: readonly Debtor[];
}
