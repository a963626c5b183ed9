export * from './projections.js';
export * from './start-projector.js';
