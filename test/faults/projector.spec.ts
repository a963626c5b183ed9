import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { READ_MODELS } from '#apps/projector';
import { connectDatabase } from '#libs/database';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { asOfNow, digestOfProjection } from '#libs/projections';
import { FULL_LIVES, cityLog } from '../bench/city/city-log.js';
import { randomOf } from '../bench/city/random.js';
import { inLanes } from '../bench/support/lanes.js';
import { type Append, append } from '../bench/support/load-log.js';
import { type TestDatabase, createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { digestsOfUndisturbedRun } from '../support/undisturbed.js';

const KILLS = Number(process.env.PROJECTOR_KILLS ?? 4);
const EVENTS = Number(process.env.PROJECTED_EVENTS ?? 2000);
const SEED = Number(process.env.FAULTS_SEED ?? 20220109);
/** A process is killed at most so long after its first batch began. */
const LONGEST_LIFE_MS = 400;
const APPENDING = 16;

// Whole processes are started and killed here, on machines that may be busy.
jest.setTimeout(180_000 + KILLS * 30_000 + EVENTS * 20);

describe('the product’s projector, killed again and again while a city’s year flows', () => {
  let logDatabase: TestDatabase;
  let database: TestDatabase;
  let server: EmbeddedEventStore;
  let store: EventStore;
  let client: EventStoreDBClient;
  let sql: DataSource;
  const spawned: ChildProcess[] = [];

  beforeAll(async () => {
    [logDatabase, database] = await Promise.all([createDatabase(), createDatabase()]);
    server = await startEmbeddedEventStore({ databaseUrl: logDatabase.url });
    store = connectEventStore(server.connectionString);
    client = EventStoreDBClient.connectionString(server.connectionString);
    sql = await connectDatabase(database.url);
  });
  afterAll(async () => {
    for (const projector of spawned) projector.kill('SIGKILL');
    await client.dispose();
    await store.close();
    await server.stop();
    await sql.destroy();
    await database.drop();
    await logDatabase.drop();
  });

  function spawnProjector(): ChildProcess {
    const program = ['--import', './test/support/typescript.mjs', 'test/support/read-models-projector.ts'];
    const args = [...program, database.url, server.connectionString];
    const projector = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    spawned.push(projector);
    return projector;
  }

  const kill = async (projector: ChildProcess): Promise<void> => {
    projector.kill('SIGKILL');
    await once(projector, 'exit');
  };

  it(`${KILLS} times over ${EVENTS} events, leaves in every table what an undisturbed run leaves`, async () => {
    const random = randomOf(SEED);
    const log = [...cityLog(SEED, EVENTS, FULL_LIVES)];
    const parts = Array.from({ length: KILLS }, (_, kills): Append[] =>
      log.slice(Math.floor((kills * log.length) / KILLS), Math.floor(((kills + 1) * log.length) / KILLS)),
    );
    for (const part of parts) {
      const projector = spawnProjector();
      const working = once(projector.stdout!, 'data');
      await inLanes(APPENDING, part.values(), (each) => append(client, each));
      await working;
      await delay(random.below(LONGEST_LIFE_MS));
      await kill(projector);
    }
    const events = log.reduce((sum, append) => sum + append.events.length, 0);
    const survivor = spawnProjector();
    const end = BigInt(events);
    await eventually(async () => (await asOfNow(sql, READ_MODELS)).seq === end, 120_000 + EVENTS * 10);
    await kill(survivor);

    const digests = await Promise.all(READ_MODELS.map((projection) => digestOfProjection(sql, projection)));
    expect(digests).toEqual(await digestsOfUndisturbedRun(store, READ_MODELS, events));
  });
});
