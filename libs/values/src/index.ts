export { Decimal } from 'decimal.js';
export * from './area.js';
export * from './day.js';
export * from './evidence.js';
export * from './digest.js';
export * from './identity.js';
export * from './money.js';
export * from './unit-code.js';
