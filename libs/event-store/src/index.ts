export * from './connect.js';
export * from './copy-log/index.js';
export * from './event-store.js';
