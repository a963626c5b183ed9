import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AllStreamResolvedEvent, EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { Bells, type EmbeddedEventStore, type Log, type LoggedEvent, serveLog } from '#libs/embedded-event-store';

const EVENTS = 800;
const PAGE_EVENTS = 4;
const DATA = Buffer.from(JSON.stringify('x'.repeat(20_000)));
/** What the server, the sockets and the client hold between them: far less than the log of 16 MB. */
const MOST_AHEAD = 200;

const event = (position: number): LoggedEvent => ({
  position: BigInt(position),
  stream: 'large',
  revision: BigInt(position - 1),
  id: '5f1f3d0c-8f5c-4a8e-9d43-6b8f2f6f8e11',
  type: 'Large',
  isJson: true,
  created: '16409952000000000',
  data: DATA,
  metadata: Buffer.alloc(0),
});

/** A log whose events exist only once they are read, and are counted then. */
class CountingLog {
  readonly bells = new Bells();
  readonly head = BigInt(EVENTS);
  handedOut = 0;

  readAll(_direction: string, from: bigint): Promise<LoggedEvent[]> {
    return Promise.resolve(this.page(Number(from)));
  }

  readStream(_stream: string, _direction: string, from: bigint): ReturnType<Log['readStream']> {
    return Promise.resolve({ kind: 'page', events: this.page(Number(from)), last: this.head - 1n });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private page(from: number): LoggedEvent[] {
    const events = Array.from({ length: Math.min(PAGE_EVENTS, EVENTS - from) }, (_, index) => event(from + index + 1));
    this.handedOut += events.length;
    return events;
  }
}

describe('a reader that stands still', () => {
  let log: CountingLog;
  let store: EmbeddedEventStore;
  const clients: EventStoreDBClient[] = [];

  const connect = (): EventStoreDBClient => {
    const client = EventStoreDBClient.connectionString(store.connectionString);
    clients.push(client);
    return client;
  };

  beforeEach(async () => {
    log = new CountingLog();
    store = await serveLog(log as unknown as Log);
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    await store.stop();
  });

  const filter = streamNameFilter({ prefixes: ['large'] });

  it.each([
    ['a read of $all', (client: EventStoreDBClient) => client.readAll()],
    ['a read of a stream', (client: EventStoreDBClient) => client.readStream('large')],
    ['a subscription to $all', (client: EventStoreDBClient) => client.subscribeToAll({ fromPosition: START, filter })],
    ['a subscription to a stream', (client: EventStoreDBClient) => client.subscribeToStream('large')],
  ] as const)('has little read ahead for it, and everything in the end: %s', async (_, open) => {
    const reading = open(connect());
    const slow = (reading as AsyncIterable<AllStreamResolvedEvent>)[Symbol.asyncIterator]();
    const revisions = [(await slow.next()).value.event?.revision];
    // In the time in which another reads the whole log, the server would have done so for this one as well.
    let others = 0;
    for await (const { event: read } of connect().readAll()) others += read ? 1 : 0;
    expect(others).toBe(EVENTS);
    expect(log.handedOut - EVENTS).toBeLessThan(MOST_AHEAD);
    while (revisions.length < EVENTS) revisions.push((await slow.next()).value.event?.revision);
    expect(revisions).toEqual(Array.from({ length: EVENTS }, (_, index) => BigInt(index)));
    // A client with a call that is neither read to its end nor cancelled is never done with disposing.
    if ('unsubscribe' in reading) await reading.unsubscribe();
    else expect((await slow.next()).done).toBe(true);
  });
});
