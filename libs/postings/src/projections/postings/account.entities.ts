import { Column, Entity, PrimaryColumn } from 'typeorm';
import { KeptFact } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { schema } from './posting.entity.js';

/** From a day on a unit is in an assessment group, or another answers in its stead. Insert-only. */
@Entity({ schema, name: 'unit_account' })
export class UnitAccountRow {
  @PrimaryColumn({ type: 'text' })
  code: UnitCode;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'from_day', type: 'date' })
  from: Day;

  @Column({ name: 'unit_group', type: 'text', nullable: true })
  group: string | null;

  @Column({ name: 'merged_into', type: 'text', nullable: true })
  mergedInto: UnitCode | null;
}

/** A lead, by its stream: which unit answers for it, and in which industry chain it stands. */
@Entity({ schema, name: 'subject' })
export class SubjectRow {
  @PrimaryColumn({ type: 'text' })
  stream: string;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ type: 'text', nullable: true })
  chain: string | null;
}

/** What has changed a project so far, by its id: what its entries follow from. Insert-only. */
@Entity({ schema, name: 'project_fact' })
export class ProjectFactRow extends KeptFact {}
