export { METRICS, type Metric, metricOf } from './metrics.js';
export * from './queries/league-table/league-table.query.js';
