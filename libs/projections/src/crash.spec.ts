import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { type EventMetadata } from '#libs/eventsourcing';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/eventually.js';
import { census, tally } from '../../../test/support/tally.js';
import { asOfNow } from './as-of.js';
import { digestOfProjection } from './digest.js';
import { runProjector } from './runner.js';

const KILLS = Number(process.env.PROJECTOR_KILLS ?? 10);
const SEED = Number(process.env.PROJECTOR_KILLS_SEED ?? 20220109);
/** A process is killed at most so long after its first batch began. */
const LONGEST_LIFE_MS = 150;
const BETWEEN_APPENDS_MS = 10;
const PROJECTIONS = [tally, census];

/** The same numbers in [0, 1) for the same seed. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

let logDatabase: TestDatabase;
let server: EmbeddedEventStore;
let store: EventStore;
const spawned: ChildProcess[] = [];
const opened: { database: TestDatabase; sql: DataSource }[] = [];

const open = async () => {
  const database = await createDatabase();
  const sql = await connectDatabase(database.url);
  opened.push({ database, sql });
  return { url: database.url, sql };
};

beforeAll(async () => {
  logDatabase = await createDatabase();
  server = await startEmbeddedEventStore({ databaseUrl: logDatabase.url });
  store = connectEventStore(server.connectionString);
});

afterAll(async () => {
  for (const projector of spawned) projector.kill('SIGKILL');
  await store.close();
  await server.stop();
  for (const { database, sql } of opened) {
    await sql.destroy();
    await database.drop();
  }
  await logDatabase.drop();
});

/** Appends ten events at a time until told to stop; resolves with how many there are. */
async function keepAppending(signal: AbortSignal): Promise<bigint> {
  let count = 0n;
  for (; !signal.aborted; count += 10n) {
    const events = Array.from({ length: 10 }, (_, index) => ({
      id: randomUUID(),
      type: `Happened${index % 3}`,
      data: { count: String(count) },
      metadata: {} as EventMetadata,
    }));
    await store.append(`thing-${count}`, events, 'no-stream');
    await delay(BETWEEN_APPENDS_MS);
  }
  return count;
}

function spawnProjector(databaseUrl: string): ChildProcess {
  const program = ['--import', './test/support/typescript.mjs', 'test/support/tally-projector.ts'];
  const args = [...program, databaseUrl, server.connectionString];
  const projector = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  spawned.push(projector);
  return projector;
}

async function kill(projector: ChildProcess): Promise<void> {
  projector.kill('SIGKILL');
  await once(projector, 'exit');
}

const readUpTo = (sql: DataSource, seq: bigint) =>
  eventually(async () => (await asOfNow(sql, PROJECTIONS)).seq === seq, 60_000);

const digests = (sql: DataSource) => Promise.all(PROJECTIONS.map((projection) => digestOfProjection(sql, projection)));

describe('a projector that is killed again and again while events flow', () => {
  it('leaves the tables of a clean rebuild', async () => {
    const { url, sql } = await open();
    const stopping = new AbortController();
    const appending = keepAppending(stopping.signal);
    const lives = random(SEED);
    for (let kills = 0; kills < KILLS; kills += 1) {
      const projector = spawnProjector(url);
      await once(projector.stdout!, 'data');
      await delay(lives.next().value * LONGEST_LIFE_MS);
      await kill(projector);
    }
    stopping.abort();
    const count = await appending;
    const survivor = spawnProjector(url);
    await readUpTo(sql, count);
    await kill(survivor);

    const rebuilt = await open();
    const logger = { info: () => undefined, warn: () => undefined };
    const rebuild = runProjector({ store, databaseUrl: rebuilt.url, projections: PROJECTIONS, logger });
    await readUpTo(rebuilt.sql, count);
    await rebuild.stop();
    expect(await sql.query('select count(*)::text as events from tally_v1.entry')).toEqual([{ events: String(count) }]);
    expect(await digests(sql)).toEqual(await digests(rebuilt.sql));
  }, 240_000);
});
