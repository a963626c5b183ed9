import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schema } from './project-summary.entity.js';

/** A name that a project bears or once bore, to be found by what it contains. */
@Entity({ schema, name: 'project_name' })
export class ProjectNameRow {
  @PrimaryColumn({ type: 'text' })
  project: string;

  @PrimaryColumn({ type: 'text' })
  name: string;

  /** Of neighbouring signs. */
  @Index({ type: 'gin' })
  @Column({ type: 'jsonb' })
  pairs: string[];
}
