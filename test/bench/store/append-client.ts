import { EventStoreDBClient, NO_STREAM, jsonEvent } from '@eventstore/db-client';
import { runAsProgram } from '../support/program.js';
import { type Appending, DATA, METADATA, type Place, TYPE, placesOf } from './appends.js';

const clients = new Map<string, EventStoreDBClient>();

function clientOf(url: string): EventStoreDBClient {
  const client = clients.get(url) ?? EventStoreDBClient.connectionString(url);
  clients.set(url, client);
  return client;
}

/** The program: appends by the bare client. Yields the seconds they took, without those of making them up. */
runAsProgram<Appending & { eventStoreUrl: string }, number>(async ({ eventStoreUrl, ...appending }) => {
  const client = clientOf(eventStoreUrl);
  const lanes = placesOf(appending);
  const begin = performance.now();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const place of lane) await append(client, place);
    }),
  );
  return (performance.now() - begin) / 1000;
});

async function append(client: EventStoreDBClient, { stream, expected, id }: Place): Promise<void> {
  const event = jsonEvent({ id, type: TYPE, data: DATA, metadata: METADATA });
  const expectedRevision = expected < 0n ? NO_STREAM : expected;
  const { nextExpectedRevision } = await client.appendToStream(stream, event, { expectedRevision });
  if (nextExpectedRevision !== expected + 1n) throw new Error(`${stream} went on at ${nextExpectedRevision}`);
}
