import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { schemaOf } from '#libs/projections';
import { type Versioned } from '#libs/read-models';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';

export const ADMISSION_REGISTER = { name: 'admission-register', version: 2 } as const;

/** `overridden`: let in against the review. */
export const ADMISSION_OUTCOMES = ['admitted', 'refused', 'overridden'] as const;
export type AdmissionOutcome = (typeof ADMISSION_OUTCOMES)[number];

/** How the last review of a project had come out, and whether it was overridden, as known from `fromSeq` on. */
@Entity({ schema: schemaOf(ADMISSION_REGISTER), name: 'admission' })
@Index(['outcome', 'fromSeq'])
export class AdmissionRow implements Versioned {
  @PrimaryColumn({ name: 'project_id', type: 'text' })
  projectId: string;

  /** The seq of its last review or override: lists show the latest first. */
  @Index({ unique: true })
  @PrimaryColumn({ name: 'from_seq', type: 'bigint' })
  fromSeq: string;

  @Column({ name: 'until_seq', type: 'bigint', nullable: true })
  untilSeq: string | null;

  @Column({ name: 'project_name', type: 'text' })
  projectName: string;

  @Column({ type: 'text' })
  unit: UnitCode;

  @Column({ type: 'text' })
  outcome: AdmissionOutcome;

  @Column({ name: 'policy_version', type: 'int' })
  policyVersion: number;

  /** The names of the checks that it failed. */
  @Column({ type: 'jsonb' })
  failed: string[];

  @Column({ type: 'int' })
  total: number;

  @Column({ name: 'pass_score', type: 'int' })
  passScore: number;

  @Column({ name: 'reviewed_on', type: 'date' })
  reviewedOn: Day;

  @Column({ name: 'overridden_on', type: 'date', nullable: true })
  overriddenOn: Day | null;

  @Column({ type: 'text', nullable: true })
  approver: AccountCode | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
