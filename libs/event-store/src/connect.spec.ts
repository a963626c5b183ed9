import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type ClientHttp2Stream } from 'node:http2';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventMetadata, isUnreadable } from '#libs/eventsourcing';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/eventually.js';
import { connectEventStore } from './connect.js';
import { type EventStore, type Followed, type NewEvent, UnavailableError, WrongRevisionError } from './event-store.js';

const METADATA: EventMetadata = {
  commandId: 'command-1',
  commandHash: '0'.repeat(64),
  $correlationId: 'command-1',
  $causationId: 'command-1',
  actor: 'account-1',
  actingUnit: 'city',
  role: 'reporter',
  source: { kind: 'import', file: 'f'.repeat(64), row: 7 },
  schemaVersion: 1,
};

const happened = (number: number): NewEvent => ({
  id: randomUUID(),
  type: 'Happened',
  data: { number, note: '开工' },
  metadata: METADATA,
});

const happenings = (count: number): NewEvent[] => Array.from({ length: count }, (_, number) => happened(number));

let database: TestDatabase;
let server: EmbeddedEventStore;
let store: EventStore;
let stream: string;

beforeAll(async () => {
  database = await createDatabase();
  server = await startEmbeddedEventStore({ databaseUrl: database.url });
});

beforeEach(() => {
  stream = `thing-${randomUUID()}`;
  store = connectEventStore(server.connectionString);
});

afterEach(() => store.close());

afterAll(async () => {
  await server.stop();
  await database.drop();
});

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What a follower sees until `enough` says so. */
async function followUntil(position: bigint | undefined, enough: (seen: Followed[]) => boolean): Promise<Followed[]> {
  const seen: Followed[] = [];
  for await (const followed of store.follow(position, new AbortController().signal)) {
    seen.push(followed);
    if (enough(seen)) break;
  }
  return seen;
}

const caughtUp = (seen: Followed[]): boolean => seen.at(-1)?.kind === 'caught-up';
const eventsOf = (seen: Followed[]) => seen.flatMap((each) => (each.kind === 'event' ? [each.event] : []));

describe('an event of a version that this build does not know', () => {
  it('is read and followed with data that nobody can look into', async () => {
    const before = await store.end();
    const later = { ...happened(1), metadata: { ...METADATA, schemaVersion: 2 } };
    await store.append(stream, [later, happened(2)], 'no-stream');
    const read = await all(store.readStream(stream));
    const followed = eventsOf(await followUntil(before, caughtUp)).filter((event) => event.stream === stream);
    for (const events of [read, followed]) {
      expect(events.map(({ data }) => isUnreadable(data))).toEqual([true, false]);
      expect(events[0]!.asStored?.data).toEqual(later.data);
    }
  });
});

describe('append', () => {
  it('answers with the last revision and the place in $all of the last event', async () => {
    const appended = await store.append(stream, happenings(3), 'no-stream');
    const [, , last] = await all(store.readStream(stream));
    expect(appended).toEqual({ revision: 2n, position: last?.position });
    expect(await store.end()).toBe(appended.position);
  });

  it('refuses a stream that has moved on', async () => {
    await store.append(stream, happenings(2), 'no-stream');
    await expect(store.append(stream, happenings(1), 'no-stream')).rejects.toThrow(WrongRevisionError);
    await expect(store.append(stream, happenings(1), 0n)).rejects.toThrow(WrongRevisionError);
    await expect(store.append(stream, happenings(1), 1n)).resolves.toMatchObject({ revision: 2n });
  });

  it('refuses even through a connection that is told not to throw', async () => {
    await store.append(stream, happenings(2), 'no-stream');
    const quiet = connectEventStore(`${server.connectionString}&throwOnAppendFailure=false`);
    await expect(quiet.append(stream, happenings(1), 0n)).rejects.toThrow(WrongRevisionError);
    await quiet.close();
  });

  it('recognises the same append sent again', async () => {
    const events = happenings(2);
    const first = await store.append(stream, events, 'no-stream');
    expect((await store.append(stream, events, 'no-stream')).revision).toBe(first.revision);
    expect(await all(store.readStream(stream))).toHaveLength(2);
  });

  it('lets one of many racing appends win', async () => {
    const outcomes = await Promise.allSettled(
      happenings(20).map((event) => store.append(stream, [event], 'no-stream')),
    );
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(lost).toHaveLength(19);
    for (const reason of lost) expect(reason).toBeInstanceOf(WrongRevisionError);
  });

  it('does not call an append that is too large unavailable: it will never succeed', async () => {
    const large = { ...happened(1), data: { text: 'x'.repeat(2_000_000) } };
    const refusal = await store.append(stream, [large], 'no-stream').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).not.toBeInstanceOf(UnavailableError);
  });

  it('gives up on a server that says nothing', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    const patient = connectEventStore(`esdb://127.0.0.1:${port}?tls=false`, { deadlineMs: 200 });
    await expect(patient.append(stream, happenings(1), 'no-stream')).rejects.toThrow(UnavailableError);
    await expect(all(patient.readStream(stream))).rejects.toThrow(UnavailableError);
    await expect(patient.end()).rejects.toThrow(UnavailableError);
    await patient.close();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('says that nobody is there, and works once somebody is', async () => {
    const own = await createDatabase();
    const first = await startEmbeddedEventStore({ databaseUrl: own.url });
    const elsewhere = connectEventStore(first.connectionString);
    await elsewhere.append(stream, happenings(1), 'no-stream');
    await first.stop();
    await expect(elsewhere.append(stream, happenings(1), 0n)).rejects.toThrow(UnavailableError);
    const second = await startEmbeddedEventStore({ databaseUrl: own.url, port: first.port });
    await expect(elsewhere.append(stream, happenings(1), 0n)).resolves.toMatchObject({ revision: 1n });
    await elsewhere.close();
    await second.stop();
    await own.drop();
  });
});

describe('a server that goes away under load', () => {
  it('leaves no append unanswered', async () => {
    const own = await createDatabase();
    const going = await startEmbeddedEventStore({ databaseUrl: own.url });
    const busy = connectEventStore(going.connectionString);
    await busy.append(stream, happenings(1), 'no-stream');
    const heavy = happenings(1000).map((event) => ({ ...event, data: { text: 'x'.repeat(5000) } }));
    const appends = heavy.map((event) => busy.append(`${stream}-${event.id}`, [event], 'no-stream'));
    const outcomes = Promise.allSettled(appends);
    await appends[0];
    await going.stop();
    for (const outcome of await outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(UnavailableError);
    await busy.close();
    await own.drop();
  });
});

describe('reading a stream', () => {
  it('gives what was appended, and who did it', async () => {
    const event = happened(1);
    const before = Date.now() - 1;
    await store.append(stream, [event], 'no-stream');
    const [stored] = await all(store.readStream(stream));
    expect(stored).toMatchObject({ ...event, stream, revision: 0n });
    expect(stored!.recordedAt.getTime()).toBeGreaterThanOrEqual(before);
  });

  it('begins at a revision', async () => {
    await store.append(stream, happenings(5), 'no-stream');
    const revisions = (await all(store.readStream(stream, 3n))).map(({ revision }) => revision);
    expect(revisions).toEqual([3n, 4n]);
  });

  it('may be left early, and the store closed all the same', async () => {
    await store.append(stream, happenings(36), 'no-stream');
    for await (const event of store.readStream(stream)) {
      expect(event.revision).toBe(0n);
      // By now the server has answered all of it.
      await store.end();
      break;
    }
    await store.close();
  });

  it('finds nothing where there is no stream', async () => {
    expect(await all(store.readStream('thing-nowhere'))).toEqual([]);
  });

  it('gives no more than it is asked for', async () => {
    await store.append(stream, happenings(5), 'no-stream');
    const revisions = (await all(store.readStream(stream, 1n, 2))).map(({ revision }) => revision);
    expect(revisions).toEqual([1n, 2n]);
  });

  it('resets no call that the server answers, for a server takes many resets for an attack', async () => {
    const CALLS = 200;
    const CLOSED = 'http2.client.stream.close';
    await store.append(stream, happenings(3), 'no-stream');
    const codes: number[] = [];
    const closed = (message: unknown) => codes.push((message as { readonly stream: ClientHttp2Stream }).stream.rstCode);
    subscribe(CLOSED, closed);
    const ways = [() => store.readStream('thing-nowhere'), () => store.readStream(stream, 1n, 1)];
    for (const way of ways) for (let call = 0; call < CALLS; call += 1) await all(way());
    await eventually(() => codes.length === ways.length * CALLS);
    unsubscribe(CLOSED, closed);
    expect(codes.filter((code) => code !== 0)).toEqual([]);
  });
});

describe('the end of the log', () => {
  it("is the start while there is nothing, and never one of the server's own events", async () => {
    const own = await createDatabase();
    const fresh = await startEmbeddedEventStore({ databaseUrl: own.url });
    const other = connectEventStore(fresh.connectionString);
    expect(await other.end()).toBe(0n);
    const { position } = await other.append(stream, happenings(1), 'no-stream');
    const metadata = { ...happened(0), type: '$metadata', data: { $maxCount: 9 } };
    for (let revision = -1n; revision < 24n; revision += 1n)
      await other.append(`$$${stream}`, [{ ...metadata, id: randomUUID() }], revision < 0n ? 'no-stream' : revision);
    expect(await other.end()).toBe(position);
    await other.close();
    await fresh.stop();
    await own.drop();
  });
});

describe('following the log', () => {
  it('gives every event in the order of appending, and says when it has caught up', async () => {
    const from = await store.end();
    const streams = ['a', 'b', 'c'].map((suffix) => `${stream}-${suffix}`);
    for (const each of streams) await store.append(each, happenings(2), 'no-stream');
    const seen = eventsOf(await followUntil(from, caughtUp));
    expect(seen.map((event) => event.stream)).toEqual(streams.flatMap((each) => [each, each]));
    expect(seen.at(-1)?.position).toBe(await store.end());
    const positions = seen.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort((one, other) => (one < other ? -1 : 1)));
  });

  it('resumes after a position', async () => {
    const { position } = await store.append(stream, happenings(2), 'no-stream');
    await store.append(stream, happenings(3), 1n);
    const seen = eventsOf(await followUntil(position, caughtUp));
    expect(seen.map(({ revision }) => revision)).toEqual([2n, 3n, 4n]);
  });

  it('goes on live', async () => {
    const from = await store.end();
    const following = followUntil(from, (seen) => eventsOf(seen).length === 2);
    await store.append(stream, happenings(1), 'no-stream');
    await store.append(stream, happenings(1), 0n);
    expect(eventsOf(await following).map(({ revision }) => revision)).toEqual([0n, 1n]);
  });

  it('loses nothing to a slow consumer', async () => {
    const from = await store.end();
    const count = 1500;
    await store.append(stream, happenings(count), 'no-stream');
    const numbers: unknown[] = [];
    for await (const followed of store.follow(from, new AbortController().signal)) {
      if (followed.kind !== 'event') continue;
      if (numbers.push((followed.event.data as { number: number }).number) === count) break;
      if (numbers.length % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(numbers).toEqual(Array.from({ length: count }, (_, number) => number));
  });

  it('ends when it is told to', async () => {
    const stopping = new AbortController();
    const seen: Followed[] = [];
    for await (const followed of store.follow(undefined, stopping.signal)) {
      seen.push(followed);
      if (followed.kind === 'caught-up') stopping.abort();
    }
    expect(seen.at(-1)?.kind).toBe('caught-up');
  });

  it('fails when the server goes away', async () => {
    const own = await createDatabase();
    const going = await startEmbeddedEventStore({ databaseUrl: own.url });
    const follower = connectEventStore(going.connectionString);
    const following = (async () => {
      for await (const followed of follower.follow(undefined, new AbortController().signal))
        if (followed.kind === 'caught-up') void going.stop();
    })();
    await expect(following).rejects.toThrow(UnavailableError);
    await going.stop();
    await follower.close();
    await own.drop();
  });
});
