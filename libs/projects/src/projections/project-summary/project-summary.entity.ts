import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Day, type Money, type UnitCode } from '#libs/values';
import { MILESTONES } from '../../domain/project.events.js';

export const PROJECT_SUMMARY = { name: 'project-summary', version: 1 } as const;

/** The furthest milestone that stands. */
export const STAGES = ['opened', ...MILESTONES] as const;
export type Stage = (typeof STAGES)[number];

/** A project as it stands now. Each milestone that stands has its day and the event that recorded it. */
@Entity({ schema: schemaOf(PROJECT_SUMMARY), name: 'project' })
@Index(['unit', 'openedSeq'])
export class ProjectRow {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** The unit that answers for it. */
  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Column({ type: 'text', nullable: true })
  chain: string | null;

  @Column({ name: 'lead_id', type: 'text', nullable: true })
  leadId: string | null;

  @Column({ type: 'text' })
  stage: Stage;

  @Column({ name: 'opened_on', type: 'date' })
  openedOn: Day;

  /** The seq of its first event: lists show the newest project first. */
  @Index({ unique: true })
  @Column({ name: 'opened_seq', type: 'bigint' })
  openedSeq: string;

  @Column({ name: 'signed_on', type: 'date', nullable: true })
  signedOn: Day | null;

  @Column({ name: 'signed_event', type: 'uuid', nullable: true })
  signedEvent: string | null;

  @Column({ name: 'land_on', type: 'date', nullable: true })
  landOn: Day | null;

  @Column({ name: 'land_event', type: 'uuid', nullable: true })
  landEvent: string | null;

  @Column({ name: 'started_on', type: 'date', nullable: true })
  startedOn: Day | null;

  @Column({ name: 'started_event', type: 'uuid', nullable: true })
  startedEvent: string | null;

  @Column({ name: 'output_on', type: 'date', nullable: true })
  outputOn: Day | null;

  @Column({ name: 'output_event', type: 'uuid', nullable: true })
  outputEvent: string | null;

  /** 万元, of the contract that stands. */
  @Column({ name: 'total_investment', type: 'numeric', nullable: true })
  totalInvestment: Money | null;

  /** 万元, of the contract that stands. */
  @Column({ name: 'fixed_asset_investment', type: 'numeric', nullable: true })
  fixedAssetInvestment: Money | null;

  /** The revision of the project's stream. */
  @Column({ type: 'bigint' })
  revision: string;
}
