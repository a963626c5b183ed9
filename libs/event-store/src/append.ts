import { type EventStoreDBClient, NO_STREAM, jsonEvent } from '@eventstore/db-client';
import { withDeadline } from './deadline.js';
import { translated } from './errors.js';
import { type Appended, type ExpectedRevision, type NewEvent, WrongRevisionError } from './event-store.js';
import { endOfLog } from './read.js';

const toEventData = ({ id, type, data, metadata }: NewEvent) =>
  jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...metadata } });

/** @see EventStore.append; `deadlineMs` bounds the wait, for the client leaves an unanswered append pending for ever. */
export async function append(
  client: EventStoreDBClient,
  stream: string,
  events: NewEvent[],
  expected: ExpectedRevision,
  deadlineMs: number,
): Promise<Appended> {
  const expectedRevision = expected === 'no-stream' ? NO_STREAM : expected;
  try {
    const result = await withDeadline(
      client.appendToStream(stream, events.map(toEventData), { expectedRevision, deadline: deadlineMs }),
      deadlineMs,
    );
    // A connection string can switch the client's throwing off; its revision is then wrong.
    if (!result.success) throw new WrongRevisionError(stream);
    const position = result.position?.commit ?? (await endOfLog(client, deadlineMs));
    return { revision: result.nextExpectedRevision, position };
  } catch (error) {
    throw translated(error, stream);
  }
}
