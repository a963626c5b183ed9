export * from './domain/project.events.js';
