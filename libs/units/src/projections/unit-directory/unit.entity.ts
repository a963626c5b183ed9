import { Column, Entity, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';
import { type Duty, type MemberRole, type UnitKind } from '../../domain/unit.events.js';
import { type UnitEnd } from '../../domain/unit.state.js';

export const UNIT_DIRECTORY = { name: 'unit-directory', version: 3 } as const;
const schema = schemaOf(UNIT_DIRECTORY);

/*
 * Every table is insert-only: a row says what holds from its day on, known from its seq on. The state on a day, as of a
 * seq, is the last row by seq among those of that day or before: a unit's own rules keep the days in that order.
 */

/** A registered unit. */
@Entity({ schema, name: 'unit' })
export class UnitRow {
  @PrimaryColumn({ type: 'text' })
  code: UnitCode;

  @Column({ type: 'text' })
  kind: UnitKind;

  @Column({ name: 'registered_on', type: 'date' })
  registeredOn: Day;

  @Column({ name: 'registered_seq', type: 'bigint' })
  registeredSeq: string;
}

export const ASPECTS = ['name', 'group', 'division', 'parent'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What may change about a unit: its name, assessment group, division code, the unit above it (null for none). */
@Entity({ schema, name: 'aspect' })
export class AspectRow {
  @PrimaryColumn({ type: 'text' })
  unit: UnitCode;

  @PrimaryColumn({ type: 'text' })
  aspect: Aspect;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  /** `-infinity` for what a unit was registered with: records of earlier days are shown under it too. */
  @Column({ name: 'from_day', type: 'date' })
  from: Day;

  @Column({ type: 'text', nullable: true })
  value: string | null;
}

/** One of the units into which another has gone; or, where `ends` is false, that it never went. */
@Entity({ schema, name: 'succession' })
export class SuccessionRow {
  @PrimaryColumn({ type: 'text' })
  unit: UnitCode;

  @PrimaryColumn({ type: 'text' })
  successor: UnitCode;

  @Column({ type: 'text' })
  kind: UnitEnd['kind'];

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'from_day', type: 'date' })
  from: Day;

  @Column({ type: 'boolean' })
  ends: boolean;
}

/** A unit joins a group, or leaves it (no role). */
@Entity({ schema, name: 'membership' })
export class MembershipRow {
  @PrimaryColumn({ name: 'group_code', type: 'text' })
  group: UnitCode;

  @PrimaryColumn({ type: 'text' })
  member: UnitCode;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'from_day', type: 'date' })
  from: Day;

  @Column({ type: 'text', nullable: true })
  role: MemberRole | null;
}

/** A person takes an office, or gives it up. */
@Entity({ schema, name: 'post' })
export class PostRow {
  @PrimaryColumn({ type: 'text' })
  unit: UnitCode;

  @PrimaryColumn({ type: 'text' })
  account: AccountCode;

  @PrimaryColumn({ type: 'text' })
  duty: Duty;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'from_day', type: 'date' })
  from: Day;

  @Column({ type: 'boolean' })
  held: boolean;
}
