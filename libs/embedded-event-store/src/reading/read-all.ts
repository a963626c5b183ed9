import type { ReadRequest } from '../protocol/read-request.js';
import type { Log } from '../storage/log.js';
import { responseFor } from './links.js';
import type { Outlet } from './outlet.js';
import { pagesOfAll } from './pages.js';

/** Sends up to `count` events of `$all`: forwards from a position on, backwards from the one before it. */
export async function readAll(log: Log, request: ReadRequest, count: bigint, outlet: Outlet): Promise<void> {
  const { filter, direction, resolveLinks } = request;
  let left = Number(count);
  const pages = pagesOfAll(log, direction, edge(request, log.head), filter === undefined ? left : Infinity);
  if (left > 0) {
    for await (const page of pages) {
      for (const event of page) {
        if (filter !== undefined && !filter.matches(event)) continue;
        const response = responseFor(log, event, resolveLinks);
        if (!outlet.send(response instanceof Buffer ? response : await response)) await outlet.ready();
        left -= 1;
        if (left === 0 || outlet.closed) return outlet.end();
      }
    }
  }
  outlet.end();
}

// The exclusive edge to read from: positions begin at 1.
function edge({ from, direction }: ReadRequest, head: bigint): bigint {
  if (direction === 'forwards') return from === 'start' ? 0n : from === 'end' ? head : from - 1n;
  return from === 'start' ? 0n : from === 'end' ? head + 1n : from;
}
