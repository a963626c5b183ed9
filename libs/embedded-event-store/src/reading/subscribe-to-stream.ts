import { streamDeleted } from '../protocol/errors.js';
import type { ReadRequest } from '../protocol/read-request.js';
import { CAUGHT_UP } from '../protocol/read-signals.js';
import { Bell } from '../storage/bells.js';
import type { Log } from '../storage/log.js';
import { MAX_REVISION } from '../storage/revisions.js';
import { responseFor } from './links.js';
import type { Outlet } from './outlet.js';
import { PAGE_EVENTS } from './pages.js';

/**
 * Sends the events of a stream after a revision, and from then on each as it is committed, until the reader goes. A
 * stream that does not exist yet is waited for. Throws ProtocolError once the stream is tombstoned.
 */
export async function subscribeToStream(log: Log, stream: string, request: ReadRequest, outlet: Outlet): Promise<void> {
  const bell = new Bell();
  // Hung before the first read: what is committed after that read rings.
  const takeDown = log.bells.hang(bell, stream);
  outlet.onClosed(() => bell.ring());
  let live = request.from === 'end';
  let next = await firstRevision(log, stream, request);
  if (live) outlet.send(CAUGHT_UP);
  try {
    while (!outlet.closed) {
      // Once live, every new event counts, even one that the stream's retention hides from later readers.
      const page = await log.readStream(stream, 'forwards', next, PAGE_EVENTS, !live);
      if (page.kind === 'deleted') throw streamDeleted(stream);
      const events = page.kind === 'page' ? page.events : [];
      for (const event of events) {
        next = event.revision + 1n;
        const response = responseFor(log, event, request.resolveLinks);
        if (!outlet.send(response instanceof Buffer ? response : await response)) await outlet.ready();
        if (outlet.closed) return;
      }
      if (events.length > 0 && page.kind === 'page' && next <= page.last) continue;
      if (!live && page.kind === 'page') {
        outlet.send(CAUGHT_UP);
        live = true;
      }
      await bell.next();
    }
  } finally {
    takeDown();
  }
}

async function firstRevision(log: Log, stream: string, { from }: ReadRequest): Promise<bigint> {
  if (from === 'start') return 0n;
  if (from !== 'end') return from + 1n;
  const newest = await log.readStream(stream, 'backwards', MAX_REVISION, 1);
  return newest.kind === 'page' ? newest.last + 1n : 0n;
}
