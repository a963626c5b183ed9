import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../../../../test/support/databases.js';
import { eventResponse } from '../protocol/read-event.js';
import { Bell } from './bells.js';
import { EventLog } from './event-log.js';
import type { LoggedEvent, ProposedEvent } from './events.js';
import { ANY, NO_STREAM } from './revisions.js';

const event = (n = 0): ProposedEvent => ({
  id: randomUUID(),
  type: 't',
  isJson: true,
  data: Buffer.from(JSON.stringify({ n })),
  metadata: Buffer.alloc(0),
});

const fieldsOf = ({ position, stream, revision, id, type, isJson, created, data, metadata }: LoggedEvent) => ({
  ...{ position, stream, revision, id, type, isJson, created, data, metadata },
});

// Follows the log to `last` events, `pause` turns of the event loop after each page.
async function follow(log: EventLog, count: number, pause: number, page: number): Promise<LoggedEvent[]> {
  const bell = new Bell();
  const takeDown = log.bells.hang(bell);
  const seen: LoggedEvent[] = [];
  while (seen.length < count) {
    const events = await log.readAll('forwards', seen.at(-1)?.position ?? 0n, page);
    seen.push(...events);
    for (let turn = 0; turn < pause; turn++) await nextTurn();
    if (events.length === 0) await bell.next();
  }
  takeDown();
  return seen;
}

describe('EventLog', () => {
  let database: TestDatabase;
  let log: EventLog;

  beforeAll(async () => {
    database = await createDatabase();
    log = await EventLog.open(database.url);
  });

  afterAll(async () => {
    await log.close();
    await database.drop();
  });

  it('shares transactions among appends that race', async () => {
    const transactions = await countTransactions(async () => {
      await Promise.all(
        Array.from({ length: 200 }, (_, n) =>
          log.append({ stream: `shared-${n}`, expected: NO_STREAM, events: [event()] }),
        ),
      );
    });
    expect(transactions).toBeLessThan(50);
  });

  it('shows every follower every event once and in order, whatever its speed', async () => {
    const writers = 16;
    const appends = 60;
    const before = log.head;
    const count = Number(before) + writers * appends;
    const followers = [follow(log, count, 0, 1000), follow(log, count, 3, 40), follow(log, count, 20, 7)];
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let n = 0; n < appends; n++) {
          const outcome = await log.append({ stream: `writer-${writer}`, expected: BigInt(n - 1), events: [event(n)] });
          expect(outcome).toMatchObject({ kind: 'appended', revision: BigInt(n) });
        }
      }),
    );
    const dense = Array.from({ length: count }, (_, index) => BigInt(index + 1));
    for (const seen of await Promise.all(followers)) expect(seen.map(({ position }) => position)).toEqual(dense);
  });

  it('reads the same from memory as from the database', async () => {
    const from = log.head;
    await log.append({ stream: 'both', expected: ANY, events: [event(1), event(2)] });
    const fromMemory = await log.readAll('forwards', from, 10);
    const fromDatabase = await log.readAll('backwards', log.head + 1n, 2);
    expect(fromDatabase.reverse().map(fieldsOf)).toEqual(fromMemory.map(fieldsOf));
    expect(fromDatabase.map(eventResponse)).toEqual(fromMemory.map(eventResponse));
  });

  it('judges each append of a group by what the ones before it have done', async () => {
    const write = (expected: bigint) => log.append({ stream: 'judged', expected, events: [event()] });
    const outcomes = await Promise.all([write(NO_STREAM), write(NO_STREAM), write(0n), write(ANY), write(0n)]);
    expect(outcomes).toMatchObject([
      { kind: 'appended', revision: 0n },
      { kind: 'wrong-revision', current: 0n },
      { kind: 'appended', revision: 1n },
      { kind: 'appended', revision: 2n },
      { kind: 'wrong-revision', current: 2n },
    ]);
  });

  it('fails one append that the database cannot store and keeps its neighbours', async () => {
    const write = (type: string) => log.append({ stream: 'poison', expected: ANY, events: [{ ...event(), type }] });
    const outcomes = await Promise.allSettled([write('good'), write('with\0nul'), write('fine')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const page = await log.readStream('poison', 'forwards', 0n, 10);
    expect(page.kind === 'page' && page.events.map(({ type }) => type)).toEqual(['good', 'fine']);
  });

  it('goes on after its connection was cut, and misses nothing', async () => {
    await log.append({ stream: 'cut', expected: NO_STREAM, events: [event(0)] });
    await onDatabase(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'event-store writer'`,
    );
    const write = () => log.append({ stream: 'cut', expected: ANY, events: [event(1)] });
    const outcome = await write().catch(write);
    expect(outcome.kind).toBe('appended');
    const events = await log.readAll('forwards', 0n, 100_000);
    expect(events.at(-1)?.position).toBe(BigInt(events.length));
    expect(events.at(-1)?.stream).toBe('cut');
  });

  it('bounds a page by its bytes, but gives at least one event', async () => {
    const large = (): ProposedEvent => ({ ...event(), data: Buffer.alloc(3 * 1024 * 1024) });
    for (let n = 0; n < 3; n++) await log.append({ stream: 'large', expected: ANY, events: [large()] });
    const sizes: number[] = [];
    for (let from = 0n; sizes.reduce((a, b) => a + b, 0) < 3;) {
      const page = await log.readStream('large', 'forwards', from, 1000);
      if (page.kind !== 'page') throw new Error(page.kind);
      sizes.push(page.events.length);
      from = (page.events.at(-1)?.revision ?? 0n) + 1n;
    }
    expect(sizes).toEqual([2, 1]);
  });

  async function onDatabase(sql: string): Promise<Record<string, string>[]> {
    const client = new pg.Client(database.url);
    await client.connect();
    const { rows } = await client.query<Record<string, string>>(sql);
    await client.end();
    return rows;
  }

  // Transactions leave their number on the rows they wrote.
  async function countTransactions(write: () => Promise<void>): Promise<number> {
    const from = log.head;
    await write();
    const [row] = await onDatabase(
      `SELECT count(DISTINCT xmin::text) AS count FROM event_store.events WHERE position > ${from}`,
    );
    return Number(row?.count);
  }
});
