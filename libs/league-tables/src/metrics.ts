import { Refusal } from '#libs/eventsourcing';
import { LIFE_CYCLE_METRICS } from './life-cycle.metrics.js';
import { type Metric } from './metric.js';
import { RESERVE_METRICS } from './reserve.metrics.js';

export * from './metric.js';

/** The league tables there are, in the order in which they are offered. */
export const METRICS: readonly Metric[] = [
  ...LIFE_CYCLE_METRICS,
  ...RESERVE_METRICS,
  {
    code: 'outings',
    name: '外出招商批次',
    unit: '批次',
    definition: '结束日在统计期内的外出招商活动（含小分队招商），每次活动计一批次，按外出单位计。',
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
