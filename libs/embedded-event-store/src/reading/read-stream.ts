import { streamDeleted } from '../protocol/errors.js';
import type { ReadRequest } from '../protocol/read-request.js';
import { streamNotFound } from '../protocol/read-signals.js';
import type { Log } from '../storage/log.js';
import { MAX_REVISION } from '../storage/revisions.js';
import { responseFor } from './links.js';
import type { Outlet } from './outlet.js';
import { PAGE_EVENTS } from './pages.js';

/** Sends up to `count` events of a stream, from a revision on or down. Throws ProtocolError when it is tombstoned. */
export async function readStream(
  log: Log,
  stream: string,
  request: ReadRequest,
  count: bigint,
  outlet: Outlet,
): Promise<void> {
  const { direction, resolveLinks } = request;
  let left = Number(count);
  let from = edge(request);
  while (left > 0 && !outlet.closed) {
    const page = await log.readStream(stream, direction, from, Math.min(PAGE_EVENTS, left));
    if (page.kind === 'deleted') throw streamDeleted(stream);
    if (page.kind === 'not-found') {
      outlet.send(streamNotFound(stream));
      break;
    }
    for (const event of page.events) {
      const response = responseFor(log, event, resolveLinks);
      if (!outlet.send(response instanceof Buffer ? response : await response)) await outlet.ready();
    }
    left -= page.events.length;
    const last = page.events.at(-1);
    if (last === undefined || last.revision === (direction === 'forwards' ? page.last : 0n)) break;
    from = last.revision + (direction === 'forwards' ? 1n : -1n);
  }
  outlet.end();
}

function edge({ from }: ReadRequest): bigint {
  return from === 'start' ? 0n : from === 'end' ? MAX_REVISION : from;
}
