import { type EventStoreDBClient, NO_STREAM, binaryEvent, jsonEvent } from '@eventstore/db-client';
import { withDeadline } from '../deadline.js';
import { translated } from '../errors.js';
import { WrongRevisionError } from '../event-store.js';
import { UncopyableEventError } from './errors.js';
import { type RawEvent } from './raw-event.js';

/**
 * Appends neighbours of one stream at the revisions that they have, so that a repeat is recognised as one.
 * @throws WrongRevisionError when the target's stream is not where theirs begins; UncopyableEventError, before anything
 * is sent; UnavailableError when the outcome is unknown.
 */
export async function appendRun(client: EventStoreDBClient, run: readonly RawEvent[], patienceMs: number) {
  const [first] = run;
  if (!first) return;
  const { stream, revision } = first;
  const events = run.map(toEventData);
  const expectedRevision = revision === 0n ? NO_STREAM : revision - 1n;
  try {
    const append = client.appendToStream(stream, events, { expectedRevision, deadline: patienceMs });
    const { success } = await withDeadline(append, Date.now() + patienceMs);
    // A connection string can switch the client's throwing off.
    if (!success) throw new WrongRevisionError(stream);
  } catch (error) {
    throw translated(error, stream);
  }
}

function toEventData(event: RawEvent) {
  const { id, type, contentType, data } = event;
  // The client writes bytes as they are only if they come as this very class.
  const metadata = event.metadata.length === 0 ? undefined : new Uint8Array(event.metadata);
  return contentType === 'application/json'
    ? jsonEvent({ id, type, data: rewritable(event), metadata })
    : binaryEvent({ id, type, data, metadata });
}

/** The parsed data, of which the client makes the same bytes again. */
function rewritable(event: RawEvent): Record<string, unknown> {
  const text = Buffer.from(event.data).toString();
  try {
    const parsed = JSON.parse(text) as Record<string, unknown>;
    if (Buffer.compare(Buffer.from(JSON.stringify(parsed)), event.data) === 0) return parsed;
  } catch {
    // Marked as JSON by whoever wrote it, but it is not.
  }
  throw new UncopyableEventError(event);
}
