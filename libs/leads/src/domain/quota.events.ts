import { type DomainEvent, type StepVoided } from '#libs/eventsourcing';
import { type AccountCode, type Day, type Month, type UnitCode } from '#libs/values';

/** What a quota counts: leads captured, or leads found good (有效信息). */
export const QUOTA_METRICS = ['leads', 'qualified-leads'] as const;
export type QuotaMetric = (typeof QUOTA_METRICS)[number];

/** Someone of a unit who owes leads in person. */
export interface Debtor {
  readonly unit: UnitCode;
  readonly person?: AccountCode;
}

/** So many a month from each debtor: a unit as a whole, or one person of it. From the month `from` on. */
export interface QuotaTerms {
  readonly name: string;
  readonly metric: QuotaMetric;
  readonly perMonth: number;
  readonly who: readonly Debtor[];
  readonly from: Month;
}

export type LeadQuotaSet = DomainEvent<
  'LeadQuotaSet',
  QuotaTerms & { readonly code: string; readonly occurredOn: Day }
>;
/** From the month `from` on nobody owes anything under the quota. */
export type LeadQuotaEnded = DomainEvent<
  'LeadQuotaEnded',
  { readonly code: string; readonly from: Month; readonly reason: string; readonly occurredOn: Day }
>;
/** The last word on the quota was a mistake: the one before holds again, for all its months. */
export type LeadQuotaStepVoided = StepVoided<'LeadQuotaStepVoided'>;

export type LeadQuotaStep = LeadQuotaSet | LeadQuotaEnded;
export type LeadQuotaEvent = LeadQuotaStep | LeadQuotaStepVoided;

export const quotaStream = (code: string): string => `quota-leads-${code}`;
