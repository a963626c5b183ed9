import { once } from 'node:events';
import type { EventStore, Followed } from '#libs/event-store';
import type { StoredEvent } from '#libs/eventsourcing';
import { BUSY_LIVES, cityLog } from '../city/city-log.js';

const SEED = 2022;
const FIRST_MS = Date.UTC(2022, 0, 1);
/** Between one event and the next, so that the log's days are known on the days on which they happen. */
const YEAR_MS = 336 * 86_400_000;

/** The log that the queries are asked about, in the order in which it was recorded. */
export function* recordedCity(size: number): Generator<StoredEvent, void, void> {
  let position = 0n;
  for (const { stream, expected, events } of cityLog(SEED, size, BUSY_LIVES)) {
    let revision = expected;
    for (const event of events) {
      position += 1n;
      revision += 1n;
      const recordedAt = new Date(FIRST_MS + (Number(position) / size) * YEAR_MS);
      yield { ...event, stream, revision, position, recordedAt };
    }
  }
}

/** A store that holds the city and is only followed: what is measured here is what the read models answer. */
export const filledStore = (size: number): EventStore => ({
  async *follow(position = 0n, signal): AsyncGenerator<Followed> {
    if (position < BigInt(size))
      for (const event of recordedCity(size)) if (event.position > position) yield { kind: 'event', event };
    yield { kind: 'caught-up' };
    if (!signal.aborted) await once(signal, 'abort');
  },
  end: () => Promise.resolve(0n),
  append: onlyFollowed,
  readStream: onlyFollowed,
  close: () => Promise.resolve(),
});

function onlyFollowed(): never {
  throw new Error('this store is only followed');
}
