export * from './projections/postings/postings.projection.js';
export { POSTED_METRICS, type PostedMetric, PostingRow } from './projections/postings/posting.entity.js';
export * from './queries/postings/postings.query.js';
export * from './queries/metric-values/contributing-events.query.js';
export * from './queries/metric-values/scope.js';
