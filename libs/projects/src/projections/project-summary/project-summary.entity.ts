import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { KeptFact, KeptName } from '#libs/read-models';
import {
  type AccountCode,
  type Area,
  type CreditCode,
  type Day,
  type Grade,
  type Money,
  type UnitCode,
} from '#libs/values';
import { type KeyLevel, type Milestone, type ProjectKind } from '../../domain/project.events.js';
import { type Stage } from '../../domain/project.state.js';

export const PROJECT_SUMMARY = { name: 'project-summary', version: 13 } as const;
export const schema = schemaOf(PROJECT_SUMMARY);

/** A project as it stands now, for lists, pipelines and warnings; each milestone that stands has its day and grade. */
@Entity({ schema, name: 'project' })
@Index(['unit', 'openedSeq'])
@Index(['stage', 'openedSeq'])
@Index(['openedSeq'], { where: 'suspended_on is not null' })
@Index(['openedSeq'], { where: 'terminated_on is not null' })
@Index(['openedSeq'], { where: 'found_fake_on is not null' })
@Index(['openedSeq'], { where: 'handed_over' })
@Index(['group', 'openedSeq'], { where: 'project_group is not null' })
@Index(['class', 'openedSeq'], { where: 'class is not null' })
@Index(['introducer', 'openedSeq'], { where: 'introducer is not null' })
@Index(['chain', 'openedSeq'], { where: 'chain is not null' })
@Index(['totalInvestment'], { where: 'total_investment is not null' })
@Index(['plannedInvestment'], { where: 'total_investment is null' })
export class ProjectRow {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  kind: ProjectKind | null;

  /** The unit that answers for it now. */
  @Column({ type: 'text' })
  unit: UnitCode;

  /** The place that answers first throughout. */
  @Column({ name: 'local_unit', type: 'text' })
  localUnit: UnitCode;

  /** True once another unit has answered for it before. */
  @Column({ name: 'handed_over', type: 'boolean' })
  handedOver: boolean;

  /** The accounts of the leaders who are in charge, and of the one who leads by 六定. */
  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  leaders: AccountCode[];

  /** The units that may read of it. */
  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  readers: UnitCode[];

  /** Who brought it in: an enterprise's credit code, or its project's id. */
  @Column({ type: 'text', nullable: true })
  introducer: string | null;

  /** By size and tier. */
  @Column({ type: 'text', nullable: true })
  class: string | null;

  @Column({ name: 'project_group', type: 'text', nullable: true })
  group: UnitCode | null;

  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Column({ type: 'text', nullable: true })
  chain: string | null;

  @Column({ name: 'industry_class', type: 'text', nullable: true })
  industryClass: string | null;

  @Column({ name: 'national_code', type: 'text', nullable: true })
  nationalCode: string | null;

  @Column({ name: 'lead_id', type: 'text', nullable: true })
  leadId: string | null;

  @Column({ name: 'reserve_id', type: 'text', nullable: true })
  reserveId: string | null;

  @Index({ where: 'parent_project_id is not null' })
  @Column({ name: 'parent_project_id', type: 'text', nullable: true })
  parentProjectId: string | null;

  /** Of the last year for which it was designated. */
  @Column({ name: 'key_level', type: 'text', nullable: true })
  keyLevel: KeyLevel | null;

  @Column({ type: 'text' })
  stage: Stage;

  @Column({ name: 'opened_on', type: 'date' })
  openedOn: Day;

  /** The seq of its first event: lists show the newest project first. */
  @Index({ unique: true })
  @Column({ name: 'opened_seq', type: 'bigint' })
  openedSeq: string;

  @Column({ name: 'negotiated_on', type: 'date', nullable: true })
  negotiatedOn: Day | null;

  @Column({ name: 'intent_on', type: 'date', nullable: true })
  intentOn: Day | null;

  @Column({ name: 'signed_on', type: 'date', nullable: true })
  signedOn: Day | null;

  @Column({ name: 'registered_on', type: 'date', nullable: true })
  registeredOn: Day | null;

  @Column({ name: 'land_on', type: 'date', nullable: true })
  landOn: Day | null;

  @Column({ name: 'started_on', type: 'date', nullable: true })
  startedOn: Day | null;

  @Column({ name: 'completed_on', type: 'date', nullable: true })
  completedOn: Day | null;

  @Column({ name: 'accepted_on', type: 'date', nullable: true })
  acceptedOn: Day | null;

  @Column({ name: 'handed_over_on', type: 'date', nullable: true })
  handedOverOn: Day | null;

  @Column({ name: 'producing_on', type: 'date', nullable: true })
  producingOn: Day | null;

  @Column({ name: 'output_on', type: 'date', nullable: true })
  outputOn: Day | null;

  /** How far each milestone that stands is proved. */
  @Column({ type: 'jsonb' })
  grades: Partial<Record<Milestone, Grade>>;

  /** The contract's days as it reads now. */
  @Column({ name: 'register_by', type: 'date', nullable: true })
  registerBy: Day | null;

  @Column({ name: 'start_by', type: 'date', nullable: true })
  startBy: Day | null;

  @Column({ name: 'complete_by', type: 'date', nullable: true })
  completeBy: Day | null;

  @Column({ name: 'produce_by', type: 'date', nullable: true })
  produceBy: Day | null;

  /** Since when works stand still. */
  @Column({ name: 'suspended_on', type: 'date', nullable: true })
  suspendedOn: Day | null;

  @Column({ name: 'terminated_on', type: 'date', nullable: true })
  terminatedOn: Day | null;

  /** When it was found that there never was such a project. */
  @Column({ name: 'found_fake_on', type: 'date', nullable: true })
  foundFakeOn: Day | null;

  @Column({ type: 'text', nullable: true })
  enterprise: string | null;

  @Column({ name: 'credit_code', type: 'text', nullable: true })
  creditCode: CreditCode | null;

  /** 万元. */
  @Column({ name: 'planned_investment', type: 'numeric', nullable: true })
  plannedInvestment: Money | null;

  /** 万元, of the contract as it reads now. */
  @Column({ name: 'total_investment', type: 'numeric', nullable: true })
  totalInvestment: Money | null;

  /** 万元, of the contract as it reads now. */
  @Column({ name: 'fixed_asset_investment', type: 'numeric', nullable: true })
  fixedAssetInvestment: Money | null;

  /** 亩. */
  @Column({ name: 'land_mu', type: 'numeric', nullable: true })
  landMu: Area | null;

  /** 万元, of all months reported. */
  @Column({ name: 'investment_completed', type: 'numeric' })
  investmentCompleted: Money;

  /** 万元, all currencies at their own rates. */
  @Column({ name: 'capital_arrived', type: 'numeric' })
  capitalArrived: Money;

  /** The revision of the project's stream. */
  @Column({ type: 'bigint' })
  revision: string;
}

/** What has changed a project so far, by its id: what evolves with the next event, and what a project's page shows. */
@Entity({ schema, name: 'project_fact' })
export class ProjectFactRow extends KeptFact {}

/** What a project is or was called, by its id. */
@Entity({ schema, name: 'project_name' })
export class ProjectNameRow extends KeptName {}
