export * from './connect.js';
export * from './event-store.js';
