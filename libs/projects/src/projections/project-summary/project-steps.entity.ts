import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Versioned } from '#libs/read-models';
import { type AccountCode, type Day, type Money, type UnitCode } from '#libs/values';
import { type KeyLevel, type ProjectKind } from '../../domain/project.events.js';
import { type Stage } from '../../domain/project.state.js';
import { schema } from './project-summary.entity.js';

/**
 * How far a project had come, as it was known from `fromSeq` on: what pipelines count, funnels follow, and lists of the
 * past are filtered by. What a monthly report adds isn't here, so that a project has few versions.
 */
@Entity({ schema, name: 'project_steps' })
@Index(['leadId'], { where: 'lead_id is not null' })
@Index(['fromSeq', 'untilSeq'], { where: 'suspended_on is not null' })
@Index(['fromSeq', 'untilSeq'], { where: 'terminated_on is not null' })
@Index(['fromSeq', 'untilSeq'], { where: 'found_fake_on is not null' })
@Index(['fromSeq', 'untilSeq'], { where: 'key_level is not null' })
@Index(['fromSeq', 'untilSeq'], { where: 'handed_over' })
@Index(['project'], { where: `leaders <> '[]'` })
// Which projects were at a stage: of most stages few are, at any time.
@Index(['stage', 'fromSeq', 'untilSeq'])
@Index(['unit', 'stage', 'fromSeq', 'untilSeq'])
// All that a pipeline of the present counts by: it is answered from the index alone.
@Index(
  [
    ...['unit', 'localUnit', 'group', 'chain', 'stage', 'investment'],
    ...['suspendedOn', 'terminatedOn', 'foundFakeOn', 'fromSeq'],
  ],
  { where: 'until_seq is null' },
)
export class ProjectStepsRow implements Versioned {
  @PrimaryColumn({ type: 'text' })
  project: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  /** The same in every version of a project: lists are in its order. */
  @Column({ name: 'project_opened_seq', type: 'bigint' })
  projectOpenedSeq: string;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ name: 'local_unit', type: 'text' })
  localUnit: UnitCode;

  @Column({ name: 'project_group', type: 'text', nullable: true })
  group: UnitCode | null;

  @Column({ type: 'text', nullable: true })
  chain: string | null;

  @Column({ name: 'lead_id', type: 'text', nullable: true })
  leadId: string | null;

  @Column({ type: 'text' })
  stage: Stage;

  /** 万元: the contract's while it stands, else what is planned. */
  @Column({ type: 'numeric' })
  investment: Money;

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

  @Column({ name: 'producing_on', type: 'date', nullable: true })
  producingOn: Day | null;

  @Column({ name: 'output_on', type: 'date', nullable: true })
  outputOn: Day | null;

  @Column({ name: 'suspended_on', type: 'date', nullable: true })
  suspendedOn: Day | null;

  @Column({ name: 'terminated_on', type: 'date', nullable: true })
  terminatedOn: Day | null;

  @Column({ name: 'found_fake_on', type: 'date', nullable: true })
  foundFakeOn: Day | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  kind: ProjectKind | null;

  @Column({ type: 'text', nullable: true })
  class: string | null;

  @Column({ name: 'parent_project_id', type: 'text', nullable: true })
  parentProjectId: string | null;

  @Column({ name: 'key_level', type: 'text', nullable: true })
  keyLevel: KeyLevel | null;

  @Column({ type: 'jsonb' })
  readers: UnitCode[];

  @Column({ type: 'jsonb' })
  leaders: AccountCode[];

  @Column({ name: 'handed_over', type: 'boolean' })
  handedOver: boolean;

  /** Who brought it in: an enterprise's credit code, or its project's id. */
  @Column({ type: 'text', nullable: true })
  introducer: string | null;
}
