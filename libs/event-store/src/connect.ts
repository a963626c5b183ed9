import { type Channel } from '@grpc/grpc-js';
import { EventStoreDBClient } from '@eventstore/db-client';
import { append } from './append.js';
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
  const client = EventStoreDBClient.connectionString(connectionString);
  return {
    append: (stream, events, expected) => append(client, stream, events, expected, deadlineMs),
    readStream: (stream, fromRevision = 0n) => readStream(client, stream, fromRevision, deadlineMs),
    follow: (position, signal) => follow(client, position, signal),
    end: () => endOfLog(client, deadlineMs),
    async close() {
      await client.dispose();
      // Disposing ends the calls only; the connection would stay open.
      const { getChannel } = client as unknown as { getChannel(this: void): Promise<Channel> };
      (await getChannel()).close();
    },
  };
}
