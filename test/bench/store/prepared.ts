import type { Append, ProposedEvent } from '#libs/embedded-event-store';
import { type Population, cityLog } from '../city/city-log.js';

const SEED = 2022;

/** The log that is read, as appends to the store without its client; always the same for the same number of events. */
export function* preparedLog(events: number, population?: Population): Generator<Append, void, void> {
  for (const { stream, expected, events: appended } of cityLog(SEED, events, population))
    yield {
      stream,
      expected,
      events: appended.map(({ id, type, data, metadata }): ProposedEvent => ({
        id,
        type,
        isJson: true,
        data: Buffer.from(JSON.stringify(data)),
        metadata: Buffer.from(JSON.stringify(metadata)),
      })),
    };
}
