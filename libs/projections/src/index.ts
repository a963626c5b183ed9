export * from './as-of.js';
export { type Checkpoint, type ProjectionId, type StoredCheckpoint, readCheckpoints } from './checkpoint.js';
export * from './digest.js';
export * from './poison/retry.js';
export { type Logger } from './logger.js';
export * from './progress.js';
export * from './projection.js';
export * from './runner.js';
export { createReadModels } from './tables.js';
