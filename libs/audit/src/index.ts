export * from './projections/audit-trail/audit-trail.projection.js';
