import { type Sha256 } from './digest.js';

/** The papers and pictures that can prove a fact. */
export const EVIDENCE_KINDS = [
  'contract',
  'land-document',
  'construction-permit',
  'application',
  'commitment-letter',
  'approval-document',
  'photo',
  'payment',
  'statistics-enrolment',
  'acceptance-report',
  'tax-record',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * A paper or picture that proves a fact: what it is, the SHA-256 of its file, the number printed on it. `approvalId` is
 * the approval that it is the grant of, where that is on record here.
 */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly sha256: Sha256;
  readonly number?: string;
  readonly approvalId?: string;
}

/** How far a fact is proved: stated by the unit, shown by papers, or seen on site by an inspector. */
export const GRADES = ['claimed', 'documented', 'inspected'] as const;
export type Grade = (typeof GRADES)[number];

/** The grade that papers alone give. */
export const gradeOf = (evidence: readonly Evidence[]): Grade => (evidence.length > 0 ? 'documented' : 'claimed');
