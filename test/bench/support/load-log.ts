import { EventStoreDBClient, NO_STREAM, jsonEvent } from '@eventstore/db-client';
import type { NewEvent } from '#libs/event-store';
import { inLanes } from './lanes.js';

/** Some events that one command left in one stream; `expected` is the revision before them, -1 for a new stream. */
export interface Append {
  readonly stream: string;
  readonly expected: bigint;
  readonly events: readonly NewEvent[];
}

/** One append by the bare client. @throws the client's error when the stream isn't where it should be. */
export async function append(client: EventStoreDBClient, { stream, expected, events }: Append): Promise<void> {
  const expectedRevision = expected < 0n ? NO_STREAM : expected;
  await client.appendToStream(stream, events.map(toEventData), { expectedRevision });
}

const toEventData = ({ id, type, data, metadata }: NewEvent) =>
  jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...metadata } });

/** Writes a log, so many appends in flight. The client keeps the order in which they are handed to it. */
export async function loadLog(
  eventStoreUrl: string,
  appends: IterableIterator<Append>,
  inFlight: number,
): Promise<void> {
  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  try {
    await inLanes(inFlight, appends, (each) => append(client, each));
  } finally {
    await client.dispose();
  }
}
