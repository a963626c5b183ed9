import { GetEventHandler } from './queries/event-by-id/get-event.js';

export * from './projections/audit-trail/audit-trail.projection.js';
export * from './queries/entries-of-events/entries-of-events.query.js';
export * from './queries/resolve-as-of/resolve-as-of.query.js';
export * from './queries/revisions-at/revisions-at.query.js';
export * from './queries/seqs-of-stream/seqs-of-stream.query.js';
export * from './queries/resolve-as-of/shown-as-of.js';
export * from './queries/event-by-id/get-event.js';

export const auditQueryHandlers = [GetEventHandler];
