export * from './business-day.js';
export * from './decider.js';
export * from './event.js';
export * from './refusal.js';
export * from './rules.js';
export * from './specification.js';
export * from './steps.js';
export * from './upcasting.js';
