export * from './afterwards.bodies.js';
export * from './before-signing.bodies.js';
export * from './building.bodies.js';
export { PermitBody } from './claim.bodies.js';
export * from './contract.bodies.js';
export * from './correction.bodies.js';
export * from './landing.bodies.js';
export * from './responsibility.bodies.js';
export * from './truth.bodies.js';
