export {
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
  type ListenOptions,
  serveLog,
  startEmbeddedEventStore,
} from './start.js';
export type { Append } from './storage/append-group.js';
export { Bells } from './storage/bells.js';
export { EventLog } from './storage/event-log.js';
export type { LoggedEvent, ProposedEvent } from './storage/events.js';
export type { Log } from './storage/log.js';
