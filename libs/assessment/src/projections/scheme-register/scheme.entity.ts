import { Column, Entity, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Day } from '#libs/values';
import { type Scheme } from '../../domain/scheme.js';

export const SCHEME_REGISTER = { name: 'scheme-register', version: 1 } as const;

/** A published version of a scheme. */
@Entity({ schema: schemaOf(SCHEME_REGISTER), name: 'scheme' })
export class SchemeRow {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @PrimaryColumn({ type: 'int' })
  version: number;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'period_from', type: 'date' })
  periodFrom: Day;

  @Column({ name: 'period_to', type: 'date' })
  periodTo: Day;

  @Column({ name: 'published_seq', type: 'bigint' })
  publishedSeq: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'jsonb' })
  scheme: Scheme;
}
