import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type UnitCode } from '#libs/values';
import { schema } from './posting.entity.js';

/** The assessment group that the ledger posts a unit's entries under. */
@Entity({ schema, name: 'unit_account' })
export class UnitAccountRow {
  @PrimaryColumn({ type: 'text' })
  code: UnitCode;

  @Column({ name: 'unit_group', type: 'text' })
  group: string;
}

/** A lead or project, by its stream: which unit answers for it, and in which industry chain it stands. */
@Entity({ schema, name: 'subject' })
export class SubjectRow {
  @PrimaryColumn({ type: 'text' })
  stream: string;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ type: 'text', nullable: true })
  chain: string | null;
}
