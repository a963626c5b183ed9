import { GetPostingsHandler } from './queries/list-postings/get-postings.js';

export * from './projections/postings/postings.projection.js';
export { POSTED_METRICS, type PostedMetric, PostingRow } from './projections/postings/posting.entity.js';
export * from './queries/list-postings/list-postings.query.js';
export * from './queries/metric-values/bounds.js';
export * from './queries/names-behind.query.js';
export * from './queries/list-postings/get-postings.js';
export * from './queries/entries-at/entries-at.query.js';

export const postingQueryHandlers = [GetPostingsHandler];
