import type { Log } from '../storage/log.js';
import type { LoggedEvent } from '../storage/events.js';
import type { Direction } from '../storage/reader.js';

/** Events asked of the database at a time. */
export const PAGE_EVENTS = 1000;

/**
 * The log in pages from a position (exclusive) to its end, the next page being fetched while the last one is sent.
 * `wanted` events suffice.
 */
export async function* pagesOfAll(
  log: Log,
  direction: Direction,
  from: bigint,
  wanted = Infinity,
): AsyncGenerator<LoggedEvent[]> {
  let left = wanted;
  let coming = log.readAll(direction, from, Math.min(PAGE_EVENTS, left));
  while (left > 0) {
    const page = await coming;
    const last = page.at(-1);
    if (last === undefined) return;
    left -= page.length;
    if (left > 0) {
      coming = log.readAll(direction, last.position, Math.min(PAGE_EVENTS, left));
      // Its failure is met when the page is needed, if it ever is.
      coming.catch(() => undefined);
    }
    yield page;
  }
}
