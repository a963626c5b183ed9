import { BACKWARDS, END, type EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import { type StoredEvent } from '#libs/eventsourcing';
import { isStreamNotFound, translated } from './errors.js';
import { itemsOf } from './items.js';
import { isSystemType, positionOf, toStored } from './stored-event.js';

/** @see EventStore.readStream; `patienceMs` bounds each silence of the server. */
export async function* readStream(
  client: EventStoreDBClient,
  stream: string,
  fromRevision: bigint,
  patienceMs: number,
): AsyncGenerator<StoredEvent> {
  const read = client.readStream(stream, {
    direction: FORWARDS,
    fromRevision: fromRevision === 0n ? START : fromRevision,
  });
  let end: bigint | undefined;
  try {
    for await (const { event } of itemsOf({ stream: read, cancel: () => read.cancel() }, patienceMs)) {
      if (event === undefined) continue;
      // A server that doesn't tell the place: whoever waits for the end of the log waits long enough.
      const position = positionOf(event) ?? (end ??= await endOfLog(client, patienceMs));
      yield toStored(event, position);
    }
  } catch (error) {
    if (isStreamNotFound(error)) return;
    throw translated(error, stream);
  }
}

/** @see EventStore.end */
export async function endOfLog(client: EventStoreDBClient, patienceMs: number): Promise<bigint> {
  const read = client.readAll({ direction: BACKWARDS, fromPosition: END });
  try {
    for await (const { event } of itemsOf({ stream: read, cancel: () => read.cancel() }, patienceMs)) {
      if (event !== undefined && !isSystemType(event.type)) return event.position.commit;
    }
    return 0n;
  } catch (error) {
    throw translated(error, '$all');
  }
}
