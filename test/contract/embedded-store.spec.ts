import { createConnection } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BACKWARDS, EventStoreDBClient, START } from '@eventstore/db-client';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { createDatabase, type TestDatabase } from '../support/databases.js';
import { failure, numbered, some } from './contract-store.js';
import { Following } from './following.js';

let database: TestDatabase;
let store: EmbeddedEventStore | undefined;
const clients: EventStoreDBClient[] = [];

beforeAll(async () => {
  database = await createDatabase();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await store?.stop();
});
afterAll(() => database.drop());

async function connect(): Promise<EventStoreDBClient> {
  store = await startEmbeddedEventStore({ databaseUrl: database.url });
  const client = EventStoreDBClient.connectionString(store.connectionString);
  clients.push(client);
  return client;
}

async function numbersOf(client: EventStoreDBClient, stream: string): Promise<number[]> {
  const numbers = [];
  for await (const { event } of client.readStream<ReturnType<typeof numbered>>(stream))
    numbers.push(event?.data.n ?? NaN);
  return numbers;
}

describe('the embedded store', () => {
  it('has after a restart what it had before, and counts on', async () => {
    const first = await connect();
    const { position } = await first.appendToStream('kept', some(3));
    await store?.stop();
    const second = await connect();
    expect(await numbersOf(second, 'kept')).toEqual([0, 1, 2]);
    const next = await second.appendToStream('kept', numbered(3), { expectedRevision: 2n });
    expect(next.position?.commit).toBe((position?.commit ?? 0n) + 1n);
  });

  it('is alone on its database', async () => {
    await connect();
    await expect(startEmbeddedEventStore({ databaseUrl: database.url })).rejects.toThrow('Another event store');
  });

  it('does not start on a port that is taken, and lets go of the database then', async () => {
    await connect();
    const other = await createDatabase();
    const options = { databaseUrl: other.url, port: store?.port ?? 0 };
    await expect(startEmbeddedEventStore(options)).rejects.toThrow('EADDRINUSE');
    await (await startEmbeddedEventStore({ databaseUrl: other.url })).stop();
    await other.drop();
  });

  it('stops within a second, answering what is in flight and ending subscriptions', async () => {
    const client = await connect();
    await client.appendToStream('stopping', numbered(0));
    const following = new Following(client.subscribeToStream('stopping', { fromRevision: START }));
    await following.until(({ signals }) => signals.includes('caughtUp'));
    const inFlight = client.appendToStream('stopping', numbered(1));
    await following.until(({ events }) => events.length === 2);
    await expect(reachable(store?.port ?? 0)).resolves.toBe(true);
    const begun = performance.now();
    await store?.stop();
    expect(performance.now() - begun).toBeLessThan(1000);
    expect((await inFlight).nextExpectedRevision).toBe(1n);
    await following.until(({ signals }) => typeof signals.at(-1) !== 'string');
    expect(following.signals.at(-1)).toEqual({ error: 'unavailable' });
    await expect(reachable(store?.port ?? 0)).resolves.toBe(false);
  });

  it('tells the client in a sentence what it does not do', async () => {
    const client = await connect();
    const error = await failure(client.deletePersistentSubscriptionToStream('stream', 'group'));
    expect((error as Error).message).toMatch(/UNIMPLEMENTED.*persistent subscriptions/);
    expect(String(await failure(client.enableProjection('$by_category')))).toMatch(/UNIMPLEMENTED.*projections/);
  });

  it.each([
    ['in a batch', {}],
    ['by a call of its own', { credentials: { username: 'admin', password: 'changeit' } }],
  ])('refuses a revision that no stream can have: an append %s', async (_, route) => {
    const client = await connect();
    const append = client.appendToStream('beyond', numbered(0), { expectedRevision: 2n ** 63n, ...route });
    expect(String(await failure(append))).toMatch('9223372036854775808 is greater than any revision');
    expect(await failure(numbersOf(client, 'beyond'))).toMatchObject({ type: 'stream-not-found' });
  });

  it('reads from beyond any revision as from the end', async () => {
    const client = await connect();
    await client.appendToStream('short', some(2));
    const backwards = [];
    const read = client.readStream('short', { direction: BACKWARDS, fromRevision: 2n ** 63n });
    for await (const { event } of read) backwards.push(event?.revision);
    expect(backwards).toEqual([1n, 0n]);
  });
});

const reachable = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
