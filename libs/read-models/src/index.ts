export * from './projections/continued-streams.js';
export * from './projections/kept-facts.js';
export * from './projections/rows.js';
export { type Entity, tableOf } from './projections/tables.js';
export * from './projections/versions.js';
export * from './queries/containing.js';
export * from './queries/cursor.js';
export * from './queries/deadlines.js';
export * from './spans.js';
