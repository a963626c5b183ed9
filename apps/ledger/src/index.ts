export * from './settings.js';
export * from './start-ledger.js';
