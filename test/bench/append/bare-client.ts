import { EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import { timedInLanes, type Timed } from '../support/lanes.js';
import { append } from '../support/load-log.js';
import { runAsProgram } from '../support/program.js';
import { IN_FLIGHT, type Operation, type Share, operationsOf } from './workload.js';

let client: EventStoreDBClient | undefined;

/** The program: the same reads and appends as a share's commands make, by the bare client and nothing else. */
runAsProgram<{ eventStoreUrl: string; share: Share }, Timed>(({ eventStoreUrl, share }) => {
  const connected = (client ??= EventStoreDBClient.connectionString(eventStoreUrl));
  return timedInLanes(IN_FLIGHT, operationsOf(share), (operation) =>
    operation.expected < 0n
      ? append(connected, { ...operation, events: [operation.event] })
      : change(connected, operation),
  );
});

/** Reads the stream to its end, as whoever decides on its events must, and appends after its last event. */
async function change(client: EventStoreDBClient, { stream, expected, event }: Operation): Promise<void> {
  let last: { id: string; revision: bigint } | undefined;
  let read = 0n;
  for await (const resolved of client.readStream(stream, { direction: FORWARDS, fromRevision: START })) {
    last = resolved.event;
    read += 1n;
  }
  if (last?.revision !== expected || read !== expected + 1n) throw new Error(`${stream} has ${read} events`);
  const data = 'eventId' in event.data ? { ...event.data, eventId: last.id } : event.data;
  await append(client, { stream, expected: last.revision, events: [{ ...event, data }] });
}
