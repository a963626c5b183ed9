import { type PostedMetric } from '#libs/postings';
import { type Money } from '#libs/values';

/** What a league table shows of each unit: the sum of a posted metric (from a size in 万元 on), or what part of one cohort reached another. */
export type Measure =
  | { readonly kind: 'sum'; readonly of: PostedMetric; readonly minInvestment?: Money }
  | { readonly kind: 'rate'; readonly reached: PostedMetric; readonly cohort: PostedMetric };

/** A metric of the catalogue. `definition` says the day it counts on, its cohort and its denominator. */
export interface Metric {
  readonly code: string;
  readonly name: string;
  readonly unit: '个' | '%' | '批次' | '万元' | '人';
  readonly definition: string;
  readonly measure: Measure;
  /** Counts of projects, so that it can be asked for those from a size on. */
  readonly hasAmounts: boolean;
}
