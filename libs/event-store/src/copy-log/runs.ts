import { type RawEvent } from './raw-event.js';

/** Well below the 1 MiB that a server takes in one append, names and framing included. */
const MOST_BYTES = 512 * 1024;
const MOST_EVENTS = 500;

const sizeOf = ({ data, metadata }: RawEvent): number => data.length + metadata.length;

/** Neighbours of one stream that one append can carry: never reordered, an event that is larger goes alone. */
export async function* runsOf(events: AsyncIterable<RawEvent>): AsyncGenerator<RawEvent[]> {
  let run: RawEvent[] = [];
  let bytes = 0;
  for await (const event of events) {
    const size = sizeOf(event);
    const fits = run[0]?.stream === event.stream && run.length < MOST_EVENTS && bytes + size <= MOST_BYTES;
    if (!fits && run.length > 0) {
      yield run;
      run = [];
      bytes = 0;
    }
    run.push(event);
    bytes += size;
  }
  if (run.length > 0) yield run;
}
