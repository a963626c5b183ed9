import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Versioned } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { schema } from './project-summary.entity.js';

/** 六定 of a project, as they were known from `fromSeq` on: what is due, and since when nobody waits for it. */
@Entity({ schema, name: 'project_task' })
@Index(['dueOn', 'project', 'id'], { where: 'until_seq is null and closed_on is null' })
@Index(['overdue', 'dueOn', 'project', 'id', 'fromSeq'], { where: 'until_seq is null and overdue is not null' })
@Index(['knownSpan', 'dueOn', 'project', 'id', 'fromSeq', 'untilSeq'], { where: 'known_span is not null' })
export class ProjectTaskRow implements Versioned {
  /** The event that set them. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  id: string;

  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ name: 'known_span', type: 'text', nullable: true })
  knownSpan: string | null;

  @Index()
  @Column({ type: 'text', collation: 'C' })
  project: string;

  /** Answers for the project. */
  @Column({ type: 'text' })
  unit: UnitCode;

  /** The place that answers first throughout. */
  @Column({ name: 'local_unit', type: 'text' })
  localUnit: UnitCode;

  /** The 责任单位 of the 六定, or who has taken the project over from it. */
  @Column({ type: 'text' })
  holder: UnitCode;

  @Column({ type: 'text' })
  matter: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn: Day;

  /** The day on which it was done, set anew, or the project found fake. */
  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn: Day | null;

  /** The name of the span of days on which it was overdue. */
  @Column({ type: 'text', nullable: true })
  overdue: string | null;
}
