export * from './projections/audit-trail/audit-trail.projection.js';
export * from './queries/resolve-as-of/resolve-as-of.query.js';
export * from './queries/seqs-of-events/seqs-of-events.query.js';
export * from './queries/seqs-of-stream/seqs-of-stream.query.js';
export * from './queries/resolve-as-of/shown-as-of.js';
