import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { KeptName, type Versioned } from '#libs/read-models';
import { type Day, type Money, type UnitCode } from '#libs/values';
import { type ReserveEntry, type ReserveStage } from '../../domain/reserve.state.js';

export const RESERVE_LIST = { name: 'reserve-list', version: 4 } as const;
const schema = schemaOf(RESERVE_LIST);

/**
 * An entry of the library as it was known from `fromSeq` on: `entry` is all of it, the other columns are what lists are
 * asked by.
 */
@Entity({ schema, name: 'entry' })
@Index(['plannedSeq'])
@Index(['unit', 'plannedSeq'])
@Index(['stage', 'movedOn'], { where: 'until_seq is null' })
@Index(['stage', 'plannedOn'])
@Index(['plannedSeq'], { where: 'flagged_on is not null' })
export class ReserveRow implements Versioned {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ type: 'text' })
  stage: ReserveStage;

  /** 万元. */
  @Column({ name: 'planned_investment', type: 'numeric' })
  plannedInvestment: Money;

  @Column({ name: 'planned_on', type: 'date' })
  plannedOn: Day;

  @Column({ name: 'moved_on', type: 'date' })
  movedOn: Day;

  /** Present while it is held for a zombie. */
  @Column({ name: 'flagged_on', type: 'date', nullable: true })
  flaggedOn: Day | null;

  @Column({ type: 'jsonb' })
  entry: ReserveEntry;

  /** The seq of its first event: lists show the newest first. */
  @Column({ name: 'planned_seq', type: 'bigint' })
  plannedSeq: string;

  /** The revision of its stream. */
  @Column({ type: 'bigint' })
  revision: string;
}

/** What an entry is or was called, by its id. */
@Entity({ schema, name: 'entry_name' })
export class ReserveNameRow extends KeptName {}
