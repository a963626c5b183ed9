import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, binaryEvent, jsonEvent } from '@eventstore/db-client';
import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type TestDatabase, createDatabase } from '../../../../test/support/databases.js';
import { type LogDigest } from './compare.js';
import { type CopyProgress, copyLog } from './copy-log.js';
import { LogsDifferError, UncopyableEventError } from './errors.js';

interface Store {
  readonly database: TestDatabase;
  readonly server: EmbeddedEventStore;
  readonly client: EventStoreDBClient;
}

let source: Store;
let target: Store;

async function open(): Promise<Store> {
  const database = await createDatabase();
  const server = await startEmbeddedEventStore({ databaseUrl: database.url });
  return { database, server, client: EventStoreDBClient.connectionString(server.connectionString) };
}

async function close({ database, server, client }: Store): Promise<void> {
  await client.dispose();
  await server.stop();
  await database.drop();
}

beforeEach(async () => {
  [source, target] = await Promise.all([open(), open()]);
});
afterEach(() => Promise.all([close(source), close(target)]));

const happened = (number: number) =>
  jsonEvent({ id: randomUUID(), type: 'Happened', data: { number, note: '开工' }, metadata: { by: '张集镇' } });

const append = ({ client }: Store, stream: string, ...events: ReturnType<typeof happened>[]) =>
  client.appendToStream(stream, events);

/** Streams that take turns, in runs of one to three events. */
async function fill(store: Store, appends = 30): Promise<void> {
  for (let number = 0; number < appends; number += 1)
    await append(store, `项目-${number % 4}`, ...Array.from({ length: 1 + (number % 3) }, () => happened(number)));
}

const copy = (onProgress?: (progress: CopyProgress) => void): Promise<LogDigest> =>
  copyLog({ from: source.server.connectionString, to: target.server.connectionString, onProgress });

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The rows behind a log, as the database has them: a witness apart from every reader. */
async function rowsOf({ database }: Store): Promise<Record<string, unknown>[]> {
  return query(
    database,
    `select stream, revision, event_id, type, is_json, data, metadata from event_store.events
     where type not like '$%' order by position`,
  );
}

async function query({ url }: TestDatabase, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return (await client.query<Record<string, unknown>>(sql).finally(() => client.end())).rows;
}

/** The digest as its description says, computed from the rows. */
function digestOf(rows: Record<string, unknown>[]): string {
  const hash = createHash('sha256');
  for (const { stream, revision, event_id, type, is_json, data, metadata } of rows) {
    const contentType = is_json ? 'application/json' : 'application/octet-stream';
    for (const field of [stream, revision, event_id, type, contentType, data, metadata]) {
      const bytes = Buffer.from(field as string);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      hash.update(length).update(bytes);
    }
  }
  return hash.digest('hex');
}

describe('copying a log', () => {
  it('gives the same events in the same order, byte for byte', async () => {
    await fill(source);
    await source.client.setStreamMetadata('项目-0', { maxCount: 1000 });
    const bytes = new Uint8Array([0, 255, 10]);
    await source.client.appendToStream('bytes', [
      binaryEvent({ id: randomUUID(), type: 'Scanned', data: bytes, metadata: bytes }),
      jsonEvent({ id: randomUUID(), type: 'Bare', data: { '2': 1e21, b: -0.5, a: '\ud800"\u2028' } }),
    ]);
    await append(source, '项目-0', happened(99));
    const { events, digest } = await copy();
    const rows = await rowsOf(source);
    expect(await rowsOf(target)).toEqual(rows);
    expect({ events, digest }).toEqual({ events: BigInt(rows.length), digest: digestOf(rows) });
    expect(rows).toHaveLength(63);
  });

  it('copies an empty log, and a large run in several appends', async () => {
    expect((await copy()).events).toBe(0n);
    const large = (number: number) => ({ ...happened(number), data: { number, note: 'x'.repeat(200_000) } });
    await append(source, 'large', large(0), large(1), large(2));
    await append(source, 'large', large(3), large(4), large(5));
    expect((await copy()).events).toBe(6n);
  });

  it('says how far it is, once up and once again for the proof', async () => {
    await fill(source, 9);
    const seen: CopyProgress[] = [];
    await copy((progress) => void seen.push(progress));
    const shares = (step: CopyProgress['step']) => seen.filter((each) => each.step === step).map(({ share }) => share);
    for (const step of ['copying', 'proving'] as const) {
      expect(shares(step)).toHaveLength(18);
      expect(shares(step)).toEqual([...new Set(shares(step))].sort((one, other) => one - other));
      expect(shares(step).at(-1)).toBe(1);
    }
  });

  it('goes on where it was cut off', async () => {
    await fill(source);
    for (const cut of [0.2, 0.7]) {
      const cutOff = new Error('cut off');
      const interrupted = copy(({ share }) => {
        if (share > cut) throw cutOff;
      });
      expect(await failureOf(interrupted)).toBe(cutOff);
      const present = await rowsOf(target);
      const rows = await rowsOf(source);
      expect(present.length).toBeGreaterThan((cut - 0.2) * rows.length);
      expect(present.length).toBeLessThan(rows.length);
      expect(present).toEqual(rows.slice(0, present.length));
    }
    await copy();
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
  });

  it('carries over what came since, and changes nothing when nothing did', async () => {
    await fill(source, 5);
    const first = await copy();
    expect(await copy()).toEqual(first);
    await fill(source, 5);
    expect((await copy()).events).toBe(first.events * 2n);
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
  });
});

/** The database's place of the n-th event that is not the store's own. */
const placeOf = (seq: number): string =>
  `(select position from event_store.events where type not like '$%' order by position offset ${seq - 1} limit 1)`;

describe('a target that holds something else', () => {
  it.each([
    ['another first event', () => append(target, 'elsewhere', happened(1)), { seq: 1n, field: 'stream' }],
    [
      'an event after the last of the source',
      async () => {
        await copy();
        await append(target, '项目-0', happened(1));
      },
      { seq: 11n, source: undefined, target: expect.objectContaining({ stream: '项目-0' }) },
    ],
    [
      'other data in one event',
      async () => {
        await copy();
        await query(target.database, `update event_store.events set data = '{}' where position = ${placeOf(7)}`);
        await append(source, '项目-0', happened(1));
      },
      { seq: 7n, field: 'data' },
    ],
    [
      'an event that the source has lost',
      async () => {
        await copy();
        await query(source.database, `delete from event_store.events where position = ${placeOf(4)}`);
        await append(source, '项目-0', happened(1));
      },
      { seq: 4n },
    ],
  ])('is refused with %s, and not written to', async (_, disturb, difference) => {
    await fill(source, 5);
    await append(source, '项目-9', happened(9));
    await disturb();
    const before = await rowsOf(target);
    const refusal = await failureOf(copy());
    expect(refusal).toBeInstanceOf(LogsDifferError);
    expect(refusal).toMatchObject({ found: 'before-copying', difference });
    expect(await rowsOf(target)).toEqual(before);
  });
});

it('stops before an event that can not be written with the same bytes', async () => {
  await fill(source, 3);
  await append(source, 'pretty', happened(1));
  await append(source, '项目-0', happened(1));
  await query(source.database, `update event_store.events set data = '{ "number": 1.0 }' where stream = 'pretty'`);
  const refusal = await failureOf(copy());
  expect(refusal).toBeInstanceOf(UncopyableEventError);
  expect((refusal as UncopyableEventError).event.stream).toBe('pretty');
  expect(await rowsOf(target)).toEqual((await rowsOf(source)).slice(0, 6));
});
