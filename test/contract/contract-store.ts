import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import {
  type AppendToStreamOptions,
  EventStoreDBClient,
  jsonEvent,
  type ReadStreamOptions,
} from '@eventstore/db-client';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { createDatabase, type TestDatabase } from '../support/databases.js';

/** A JSON event that carries a number, by which the tests tell events apart. */
export type Numbered = ReturnType<typeof numbered>;

export const numbered = (n: number, { id = randomUUID(), type = 'thing-done' }: { id?: string; type?: string } = {}) =>
  jsonEvent({ id, type, data: { n }, metadata: { by: 'contract' } });

/** Events numbered from 0, or from `first`. */
export const some = (count: number, first = 0): Numbered[] =>
  Array.from({ length: count }, (_, index) => numbered(first + index));

/** What a promise is rejected with. */
export const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => {
      throw new Error(`expected a failure, got ${JSON.stringify(value, (_, v: unknown) => String(v))}`);
    },
    (error: unknown) => error,
  );

/** The server under test: the one that ESDB_URL names, else an embedded store on a database of its own. */
export class ContractStore {
  client!: EventStoreDBClient;
  private embedded: { store: EmbeddedEventStore; database: TestDatabase } | undefined;
  private readonly run = randomUUID().slice(0, 8);

  async start(): Promise<void> {
    this.client = EventStoreDBClient.connectionString(process.env.ESDB_URL ?? (await this.startEmbedded()));
  }

  async stop(): Promise<void> {
    await this.client.dispose();
    await this.embedded?.store.stop();
    await this.embedded?.database.drop();
  }

  /** A stream name that no other run on the same server uses. */
  name(stream: string): string {
    return `${stream}-${this.run}`;
  }

  append(stream: string, events: Numbered | Numbered[], options: AppendToStreamOptions = {}) {
    return this.client.appendToStream(this.name(stream), events, options);
  }

  /** The numbers of a stream's events, in the order read. */
  async numbers(stream: string, options: ReadStreamOptions = {}): Promise<number[]> {
    const numbers: number[] = [];
    for await (const { event } of this.client.readStream<Numbered>(this.name(stream), options)) {
      numbers.push(event?.data.n ?? NaN);
    }
    return numbers;
  }

  /** The revisions of a stream's events, in the order read. */
  async revisions(stream: string, options: ReadStreamOptions = {}): Promise<bigint[]> {
    const revisions: bigint[] = [];
    for await (const { event } of this.client.readStream(this.name(stream), options)) {
      revisions.push(event?.revision ?? -1n);
    }
    return revisions;
  }

  private async startEmbedded(): Promise<string> {
    const database = await createDatabase();
    const store = await startEmbeddedEventStore({ databaseUrl: database.url });
    this.embedded = { store, database };
    // What is answered is tested here, not how soon: a machine that pauses is not the store's fault.
    return `${store.connectionString}&defaultDeadline=60000`;
  }
}

/** A server for the tests of one file. */
export function contractStore(): ContractStore {
  const store = new ContractStore();
  beforeAll(() => store.start());
  afterAll(() => store.stop());
  return store;
}
