export * from './checks/check.js';
export * from './checks/structures.js';
export * from './checks/values.js';
