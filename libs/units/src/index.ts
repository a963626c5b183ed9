export * from './domain/unit.events.js';
