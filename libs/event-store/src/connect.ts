import { EventStoreDBClient } from '@eventstore/db-client';
import { Appender } from './append.js';
import { disconnect } from './disconnect.js';
import { type EventStore } from './event-store.js';
import { follow } from './follow.js';
import { endOfLog, readStream } from './read.js';

const DEADLINE_MS = 10_000;

/**
 * A log on an EventStoreDB, a KurrentDB or the embedded store. Connects when first used, and again after every failure.
 * @param connectionString `esdb://host:2113?tls=false` and the like.
 * @param deadlineMs how long an append, or one silence of a read, may take.
 */
export function connectEventStore(connectionString: string, { deadlineMs = DEADLINE_MS } = {}): EventStore {
  const reading = EventStoreDBClient.connectionString(connectionString);
  const appending = EventStoreDBClient.connectionString(connectionString);
  const appender = new Appender(appending, deadlineMs);
  return {
    append: (stream, events, expected) => appender.append(stream, events, expected),
    readStream: (stream, fromRevision = 0n, limit = Number.MAX_SAFE_INTEGER) =>
      readStream(reading, { stream, fromRevision, limit }, deadlineMs),
    follow: (position, signal) => follow(reading, position, signal),
    end: () => endOfLog(reading, deadlineMs),
    async close() {
      await Promise.all([disconnect(reading), disconnect(appending)]);
    },
  };
}
