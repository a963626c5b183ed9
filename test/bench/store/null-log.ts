import { type Append, Bells, type Log, type LoggedEvent } from '#libs/embedded-event-store';

/**
 * A log that stores nothing: appends succeed, `$all` has the events that were prepared, whose positions are 1, 2, 3 …
 */
export function nullLog(prepared: readonly LoggedEvent[]): Log {
  let head = BigInt(prepared.length);
  return {
    bells: new Bells(),
    backlogBytes: 0,
    get head() {
      return head;
    },
    append({ expected, events }: Append) {
      const count = BigInt(events.length);
      head += count;
      return Promise.resolve({ kind: 'appended', revision: expected + count, position: head });
    },
    readAll(_, from, limit) {
      const first = Number(from);
      return Promise.resolve(prepared.slice(first, first + limit));
    },
    readStream: () => Promise.resolve({ kind: 'not-found' }),
    delete: () => Promise.reject(new Error('nothing is ever deleted')),
    close: () => Promise.resolve(),
  };
}
