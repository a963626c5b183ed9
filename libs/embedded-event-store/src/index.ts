export { type EmbeddedEventStore, type EmbeddedEventStoreOptions, startEmbeddedEventStore } from './start.js';
