import { type DomainEvent } from '#libs/eventsourcing';
import { type AccountCode, type Area, type Day, type Evidence, type Money, type UnitCode } from '#libs/values';

/** What the project promises and asks for: 万元, 亩, per cent a year. */
export interface ReviewFacts {
  readonly investment?: Money;
  readonly landMu?: Area;
  readonly annualTax?: Money;
  readonly growth?: string;
}

/** How one check came out; `value` (two places) where it was computed, absent where no land is asked for. */
export interface CheckResult {
  readonly check: string;
  readonly name: string;
  readonly passed: boolean;
  readonly value?: string;
  readonly atLeast?: string;
  readonly note?: string;
}

export interface QualityScore {
  readonly criterion: string;
  readonly name: string;
  readonly score: number;
  readonly max: number;
  readonly note?: string;
}

export type Verdict = 'admitted' | 'refused';

/** A review before signing, by the rules of version `policyVersion`. `unit` and `projectName` are the project's then. */
export type AdmissionReviewed = DomainEvent<
  'AdmissionReviewed',
  {
    unit: UnitCode;
    projectName: string;
    policyVersion: number;
    facts: ReviewFacts;
    results: CheckResult[];
    quality: { scores: QualityScore[]; total: number; passScore: number; passed: boolean };
    verdict: Verdict;
    evidence: Evidence[];
    occurredOn: Day;
  }
>;
/** A project is let in though the review refused it, on the word of `approver`. */
export type AdmissionOverridden = DomainEvent<
  'AdmissionOverridden',
  { unit: UnitCode; approver: AccountCode; reason: string; evidence: Evidence[]; occurredOn: Day }
>;
export type AdmissionEvent = AdmissionReviewed | AdmissionOverridden;

const PREFIX = 'admission-';

export const admissionStream = (projectId: string): string => `${PREFIX}${projectId}`;

/** The project whose admission the stream tells of. */
export const reviewedProjectOf = (stream: string): string => stream.slice(PREFIX.length);
