export * from './command-context.js';
export * from './command-runner.js';
