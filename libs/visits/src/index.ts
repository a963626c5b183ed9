export * from './domain/visit.events.js';
