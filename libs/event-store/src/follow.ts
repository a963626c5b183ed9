import { type EventStoreDBClient, START, excludeSystemEvents } from '@eventstore/db-client';
import { translated } from './errors.js';
import { type Followed, UnavailableError } from './event-store.js';
import { toStored } from './stored-event.js';

/** Events that the server looks through before it says how far it got. */
const SEARCH_WINDOW = 500;
/** Events decoded ahead of the consumer; past that the subscription is paused. */
const READ_AHEAD = 256;

const ignore = (): void => undefined;

/** @see EventStore.follow. One generator and no more: each between the client and the projector costs time with every event. */
export async function* follow(
  client: EventStoreDBClient,
  position: bigint | undefined,
  signal: AbortSignal,
): AsyncGenerator<Followed> {
  if (signal.aborted) return;
  // Marks are pushed among the events, so that they are met in the log's order.
  const mark = (followed: Followed): unknown => subscription.push(followed);
  const subscription = client.subscribeToAll(
    {
      fromPosition: position === undefined ? START : { commit: position, prepare: position },
      filter: excludeSystemEvents({
        maxSearchWindow: SEARCH_WINDOW,
        checkpointReached: (_, { commit }) => void mark({ kind: 'passed', position: commit }),
      }),
    },
    { highWaterMark: READ_AHEAD },
  );
  // The client emits errors on a stream that nobody reads any more, too.
  subscription.on('error', ignore);
  subscription.on('caughtUp', () => mark({ kind: 'caught-up' }));
  const stop = (): unknown => subscription.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const item of subscription) {
      if ('kind' in item) yield item as Followed;
      else if (item.event) yield { kind: 'event', event: toStored(item.event, item.event.position.commit) };
    }
  } catch (error) {
    if (!signal.aborted) throw translated(error, '$all');
  } finally {
    signal.removeEventListener('abort', stop);
    subscription.unsubscribe().catch(ignore);
  }
  if (!signal.aborted) throw new UnavailableError(new Error('the server ended the subscription'));
}
