import { Refusal } from '#libs/eventsourcing';
import { type PostedMetric } from '#libs/postings';

/** What a league table shows of each unit: the sum of a posted metric, or what part of one cohort reached another. */
export type Measure =
  | { readonly kind: 'sum'; readonly of: PostedMetric }
  | { readonly kind: 'rate'; readonly reached: PostedMetric; readonly cohort: PostedMetric };

/** A metric of the catalogue. `definition` says the day it counts on, its cohort and its denominator. */
export interface Metric {
  readonly code: string;
  readonly name: string;
  readonly unit: '个' | '%' | '批次';
  readonly definition: string;
  readonly measure: Measure;
  /** Counts projects, so that it can be asked for those from a size on. */
  readonly hasAmounts: boolean;
}

/** The league tables there are, in the order in which they are offered. */
export const METRICS: readonly Metric[] = [
  {
    code: 'signed-projects',
    name: '签约项目数',
    unit: '个',
    definition: '合同签订日在统计期内的项目个数，按签约时的责任单位计；合同记录经查实作废的予以冲减。',
    measure: { kind: 'sum', of: 'signed-projects' },
    hasAmounts: true,
  },
  {
    code: 'started-projects',
    name: '开工项目数',
    unit: '个',
    definition: '开工日在统计期内的项目个数，不论何时签约，按开工时的责任单位计；开工记录经查实作废的予以冲减。',
    measure: { kind: 'sum', of: 'started-projects' },
    hasAmounts: true,
  },
  {
    code: 'start-rate',
    name: '签约项目开工率',
    unit: '%',
    definition:
      '分母为统计期内签约的项目，分子为其中截至期末已开工的项目，均计入签约时的责任单位；四舍五入到 0.1%，期内无签约项目的单位不列入。',
    measure: { kind: 'rate', reached: 'started-projects', cohort: 'signed-projects' },
    hasAmounts: true,
  },
  {
    code: 'outings',
    name: '外出招商批次',
    unit: '批次',
    definition: '结束日在统计期内的外出招商活动，每次活动计一批次，按外出单位计。',
    measure: { kind: 'sum', of: 'outings' },
    hasAmounts: false,
  },
];

/** @throws Refusal METRIC.UNKNOWN when the catalogue has no such metric. */
export function metricOf(code: string): Metric {
  const metric = METRICS.find((known) => known.code === code);
  if (!metric) throw new Refusal('not-found', 'METRIC.UNKNOWN', `没有“${code}”这项指标`, 'metric');
  return metric;
}
