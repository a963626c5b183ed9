import {
  type AllStreamRecordedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type Position,
  START,
} from '@eventstore/db-client';
import { type StoredEvent } from '#libs/eventsourcing';
import { isStreamNotFound, translated } from './errors.js';
import { itemsOf } from './items.js';
import { isSystemType, positionOf, toStored } from './stored-event.js';

const PAGE = 20;

/** Part of a stream. */
export interface StreamPart {
  readonly stream: string;
  readonly fromRevision: bigint;
  readonly limit: number;
}

/** @see EventStore.readStream; `patienceMs` bounds each silence of the server. */
export async function* readStream(
  client: EventStoreDBClient,
  { stream, fromRevision, limit }: StreamPart,
  patienceMs: number,
): AsyncGenerator<StoredEvent> {
  const read = client.readStream(stream, {
    direction: FORWARDS,
    fromRevision: fromRevision === 0n ? START : fromRevision,
    maxCount: limit,
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
  let before: Position | typeof END = END;
  for (;;) {
    const page: AllStreamRecordedEvent[] = await pageBefore(client, before, patienceMs);
    const last = page.find(({ type }) => !isSystemType(type));
    const oldest = page.at(-1);
    if (last || !oldest) return last?.position.commit ?? 0n;
    before = oldest.position;
  }
}

/** A few events of the log, newest first, read to the end: the client never lets go of a read that is left early. */
async function pageBefore(
  client: EventStoreDBClient,
  fromPosition: Position | typeof END,
  patienceMs: number,
): Promise<AllStreamRecordedEvent[]> {
  const read = client.readAll({ direction: BACKWARDS, fromPosition, maxCount: PAGE });
  const events: AllStreamRecordedEvent[] = [];
  try {
    for await (const { event } of itemsOf({ stream: read, cancel: () => read.cancel() }, patienceMs))
      if (event) events.push(event);
    return events;
  } catch (error) {
    throw translated(error, '$all');
  }
}
