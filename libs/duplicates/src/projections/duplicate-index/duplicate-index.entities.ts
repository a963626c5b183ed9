import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Step } from '#libs/eventsourcing';
import { schemaOf } from '#libs/projections';
import { type UnitCode } from '#libs/values';

export const DUPLICATE_INDEX = { name: 'duplicate-index', version: 2 } as const;
const schema = schemaOf(DUPLICATE_INDEX);

/** What may turn out to be the same: leads, projects, and what is planned to become one. */
export type SubjectKind = 'lead' | 'project' | 'reserve';

/** A lead, project or entry of the reserve, by what it may be recognised by. */
@Entity({ schema, name: 'subject' })
export class SubjectRow {
  @PrimaryColumn({ type: 'text' })
  stream: string;

  @Column({ type: 'text' })
  kind: SubjectKind;

  @Column({ type: 'text' })
  id: string;

  /** Answers for it now. */
  @Column({ type: 'text' })
  unit: UnitCode;

  /** Title of the lead, name of the project or entry. */
  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  enterprise: string | null;

  /** In its one spelling. */
  @Index({ where: 'credit_code is not null' })
  @Column({ name: 'credit_code', type: 'text', nullable: true })
  creditCode: string | null;

  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  parcels: string[];

  /** Merged into another, untrue, given up or become a project: found no more. */
  @Column({ type: 'boolean' })
  gone: boolean;

  /** What each step of a lead changed, for when it is taken back. */
  @Column({ type: 'jsonb' })
  steps: readonly Step[];
}

/** A name that a lead or project bears, ready to be compared. */
@Entity({ schema, name: 'label' })
export class LabelRow {
  @PrimaryColumn({ type: 'text' })
  stream: string;

  @PrimaryColumn({ type: 'text' })
  part: 'title' | 'enterprise';

  @Column({ type: 'text' })
  text: string;

  /** The trigrams of its syllables. */
  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  sounds: string[];
}
