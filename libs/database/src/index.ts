export * from './connect.js';
export * from './lock.js';
export * from './sql.js';
