import { join } from 'node:path';
import { EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import { startEmbeddedEventStore } from '#libs/embedded-event-store';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import type { NewEvent } from '#libs/event-store';
import type { Append } from '../support/load-log.js';

/** The appends of the log in a data folder of the product, oldest first, as the text of a log file. */
export async function recordLog(dataDir: string): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  const store = await startEmbeddedEventStore({ databaseUrl: postgres.url });
  const client = EventStoreDBClient.connectionString(store.connectionString);
  try {
    const appends = new Map<string, { stream: string; expected: string; events: NewEvent[] }>();
    for await (const { event } of client.readAll({ direction: FORWARDS, fromPosition: START })) {
      if (!event || event.type.startsWith('$')) continue;
      const { id, type, data, streamId: stream, revision } = event;
      const metadata = event.metadata as unknown as NewEvent['metadata'];
      const key = `${stream} ${metadata.commandId}`;
      const append = appends.get(key) ?? { stream, expected: String(revision - 1n), events: [] };
      append.events.push({ id, type, data: data as object, metadata });
      appends.set(key, append);
    }
    return JSON.stringify([...appends.values()]);
  } finally {
    await client.dispose();
    await store.stop();
    await postgres.stop();
  }
}

/** The appends of a log file. */
export const readAppends = (text: string): Append[] =>
  (JSON.parse(text) as (Omit<Append, 'expected'> & { expected: string })[]).map(({ expected, ...append }) => ({
    ...append,
    expected: BigInt(expected),
  }));
