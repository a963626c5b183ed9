import { Column, Entity, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type UnitCode } from '#libs/values';
import { type UnitKind } from '../../domain/unit.events.js';

export const UNIT_DIRECTORY = { name: 'unit-directory', version: 1 } as const;

/** A registered unit. */
@Entity({ schema: schemaOf(UNIT_DIRECTORY), name: 'unit' })
export class UnitRow {
  @PrimaryColumn({ type: 'text' })
  code: UnitCode;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  kind: UnitKind;

  /** The assessment group in which it is ranked. */
  @Column({ name: 'unit_group', type: 'text' })
  group: string;

  @Column({ name: 'registered_seq', type: 'bigint' })
  registeredSeq: string;
}
