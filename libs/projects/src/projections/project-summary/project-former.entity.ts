import { Column, Entity, PrimaryColumn } from 'typeorm';
import { schema } from './project-summary.entity.js';

/** By what lists look for projects: it mostly stays as it is or, as stage and investment do, grows. */
export type Attribute =
  | 'name'
  | 'unit'
  | 'group'
  | 'kind'
  | 'class'
  | 'chain'
  | 'parent'
  | 'introducer'
  | 'stage'
  | 'investment'
  | 'reader'
  | 'leader';

/**
 * What a project isn't any more, but was last just before `untilSeq`: at a seq before that it may have been so, and what is
 * neither here nor so now it never was. Few projects get here, so that those of the past are found among the present ones.
 */
@Entity({ schema, name: 'project_former' })
export class ProjectFormerRow {
  @PrimaryColumn({ type: 'text' })
  attribute: Attribute;

  /** Of the stage, each that it had passed and fell behind; of the investment (万元), what it was before it fell. */
  @PrimaryColumn({ type: 'text' })
  value: string;

  @PrimaryColumn({ type: 'text' })
  project: string;

  @Column({ name: 'until_seq', type: 'bigint' })
  untilSeq: string;
}
