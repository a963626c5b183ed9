export * from './domain/lead.events.js';
