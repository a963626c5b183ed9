export * from './api.module.js';
export * from './start-api.js';
