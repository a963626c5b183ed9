import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Versioned } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { type InPerson, type VisitKind } from '../../domain/visit.events.js';

export const VISIT_REGISTER = { name: 'visit-register', version: 3 } as const;

/** A visit as it was logged or corrected, known so from `fromSeq` on; a void ends it. */
@Entity({ schema: schemaOf(VISIT_REGISTER), name: 'visit' })
@Index(['unit', 'seq'])
@Index(['lastDay'])
export class VisitRow implements Versioned {
  @PrimaryColumn({ type: 'text' })
  id: string;

  /** The seq of its event: lists show the last logged first. */
  @Index()
  @Column({ type: 'bigint' })
  seq: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ type: 'text' })
  kind: VisitKind;

  /** The account of the leader or, where that is not given, the office; null when nobody led. */
  @Column({ type: 'text', nullable: true })
  leader: string | null;

  @Column({ type: 'text' })
  place: string;

  @Column({ name: 'first_day', type: 'date' })
  firstDay: Day;

  /** The day on which it counts. */
  @Column({ name: 'last_day', type: 'date' })
  lastDay: Day;

  /** Both the first and the last day are days of it. */
  @Column({ type: 'int' })
  days: number;

  @Column({ type: 'text', nullable: true })
  purpose: string | null;

  @Column({ name: 'in_person', type: 'jsonb' })
  inPerson: InPerson[];

  @Column({ type: 'jsonb' })
  enterprises: string[];

  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  projects: string[];

  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  leads: string[];
}
