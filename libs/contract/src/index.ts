export * from './command-answer.js';
export * from './command-body.js';
export * from './fields.js';
export * from './problem.js';
export * from './read-request.js';
export * from './unit-share.js';
export * from './void-step.js';
export * from './subject-field.js';
