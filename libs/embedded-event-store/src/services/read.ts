import { randomUUID } from 'node:crypto';
import { asProtocolError, unavailable } from '../protocol/errors.js';
import { readRequest } from '../protocol/read-request.js';
import { confirmation } from '../protocol/read-signals.js';
import { Outlet, type ReadCall } from '../reading/outlet.js';
import { readAll } from '../reading/read-all.js';
import { readStream } from '../reading/read-stream.js';
import { subscribeToAll } from '../reading/subscribe-to-all.js';
import { subscribeToStream } from '../reading/subscribe-to-stream.js';
import type { Log } from '../storage/log.js';
import type { OpenCalls } from './open-calls.js';

/** Streams.Read: reads and subscriptions, of one stream or of `$all`. */
export const read =
  (log: Log, calls: OpenCalls) =>
  (call: ReadCall): void => {
    const outlet = new Outlet(call);
    outlet.onClosed(calls.enter(() => outlet.fail(unavailable('The event store is stopping.'))));
    answer(log, call, outlet).catch((error: unknown) => outlet.fail(asProtocolError(error)));
  };

async function answer(log: Log, call: ReadCall, outlet: Outlet): Promise<void> {
  const request = readRequest(call.request);
  const { stream, count } = request;
  if (count !== 'live') {
    if (stream === undefined) await readAll(log, request, count, outlet);
    else await readStream(log, stream, request, count, outlet);
    return;
  }
  outlet.send(confirmation(randomUUID()));
  if (stream === undefined) await subscribeToAll(log, request, outlet);
  else await subscribeToStream(log, stream, request, outlet);
}
