import { type EventStore } from '#libs/event-store';
import { type Batch, Batches } from './batches.js';
import { type Checkpoint } from './checkpoint.js';

/**
 * The log after `reached` in batches of at most `size` events, and then its news, until `signal` aborts.
 * @throws what the store throws.
 */
export async function* batchesAfter(
  store: EventStore,
  reached: Checkpoint,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  const batches = new Batches(reached, size);
  const leaving = new AbortController();
  const from = reached.seq === 0n && reached.position === 0n ? undefined : reached.position;
  const reading = batches.readFrom(store.follow(from, AbortSignal.any([signal, leaving.signal])));
  try {
    for (let batch = await batches.take(); batch; batch = await batches.take()) yield batch;
  } finally {
    leaving.abort();
    batches.close();
    await reading;
  }
}

/** The part of a batch that lies within what has been `reached` already; all of it when that is further. */
export const upTo = (batch: Batch, reached: Checkpoint): Pick<Batch, 'events' | 'reached'> =>
  batch.reached.seq < reached.seq ? batch : { events: batch.events.filter(({ seq }) => seq <= reached.seq), reached };
