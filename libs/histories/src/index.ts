export * from './queries/stream-history/history-entry.js';
export * from './queries/stream-history/history-request.js';
export * from './queries/stream-history/known-events.query.js';
