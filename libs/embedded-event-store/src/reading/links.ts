import { eventResponse, linkResponse } from '../protocol/read-event.js';
import type { Log } from '../storage/log.js';
import type { LoggedEvent } from '../storage/events.js';

const LINK_TYPE = '$>';

/** The answer that carries `event`; if it is a link, and links are to be resolved, with the event it points at. */
export function responseFor(log: Log, event: LoggedEvent, resolveLinks: boolean): Buffer | Promise<Buffer> {
  return resolveLinks && event.type === LINK_TYPE ? resolved(log, event) : eventResponse(event);
}

// A link's data reads `revision@stream`.
async function resolved(log: Log, link: LoggedEvent): Promise<Buffer> {
  const [, revision, stream] = /^(\d{1,19})@(.+)$/su.exec(link.data.toString('utf8')) ?? [];
  if (revision === undefined || stream === undefined) return linkResponse(link, undefined);
  const page = await log.readStream(stream, 'forwards', BigInt(revision), 1);
  const target = page.kind === 'page' ? page.events[0] : undefined;
  return linkResponse(link, target?.revision === BigInt(revision) ? target : undefined);
}
