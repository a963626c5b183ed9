import type { ReadRequest, Start } from '../protocol/read-request.js';
import { CAUGHT_UP, checkpoint } from '../protocol/read-signals.js';
import { Bell } from '../storage/bells.js';
import type { Log } from '../storage/log.js';
import { responseFor } from './links.js';
import type { Outlet } from './outlet.js';
import { pagesOfAll } from './pages.js';

/** Sends the events of `$all` after a position, and from then on each as it is committed, until the reader goes. */
export async function subscribeToAll(log: Log, request: ReadRequest, outlet: Outlet): Promise<void> {
  const { filter, resolveLinks } = request;
  const bell = new Bell();
  // Hung before the first read: what is committed after that read rings.
  const takeDown = log.bells.hang(bell);
  outlet.onClosed(() => bell.ring());
  let after = edge(request.from, log.head);
  let considered = 0;
  let live = false;
  try {
    while (!outlet.closed) {
      for await (const page of pagesOfAll(log, 'forwards', after)) {
        for (const event of page) {
          after = event.position;
          if (filter === undefined || filter.matches(event)) {
            const response = responseFor(log, event, resolveLinks);
            if (!outlet.send(response instanceof Buffer ? response : await response)) await outlet.ready();
          }
          considered += 1;
          if (filter !== undefined && considered % filter.checkpointInterval === 0) outlet.send(checkpoint(after));
          if (outlet.closed) return;
        }
      }
      if (!live) outlet.send(CAUGHT_UP);
      live = true;
      await bell.next();
    }
  } finally {
    takeDown();
  }
}

function edge(from: Start, head: bigint): bigint {
  return from === 'start' ? 0n : from === 'end' ? head : from;
}
