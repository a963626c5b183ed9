import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { type EventMetadata } from '#libs/eventsourcing';
import { asOfNow, digestOfProjection, runProjector } from '#libs/projections';
import { randomOf } from '../bench/city/random.js';
import { percentile } from '../bench/support/lanes.js';
import { type TestDatabase, createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { census, tally } from '../support/tally.js';
import { digestsOfUndisturbedRun } from '../support/undisturbed.js';

const FREEZES = Number(process.env.FREEZES ?? 2);
const SEED = Number(process.env.FAULTS_SEED ?? 20220109);
const LONGEST_TAKEOVER_MS = 5_000;
/** A leader is frozen at most so long after its batch began. */
const LONGEST_WORK_MS = 40;
const PROJECTIONS = [tally, census];

jest.setTimeout(120_000 + FREEZES * 30_000);

describe('a leader that is frozen, not dead', () => {
  let logDatabase: TestDatabase;
  let database: TestDatabase;
  let server: EmbeddedEventStore;
  let store: EventStore;
  let sql: DataSource;
  let leader: ChildProcess;

  beforeAll(async () => {
    [logDatabase, database] = await Promise.all([createDatabase(), createDatabase()]);
    server = await startEmbeddedEventStore({ databaseUrl: logDatabase.url });
    store = connectEventStore(server.connectionString);
    sql = await connectDatabase(database.url);
    const program = ['--import', './test/support/typescript.mjs', 'test/support/tally-projector.ts'];
    const args = [...program, database.url, server.connectionString];
    leader = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  });
  afterAll(async () => {
    leader.kill('SIGKILL');
    await store.close();
    await server.stop();
    await sql.destroy();
    await database.drop();
    await logDatabase.drop();
  });

  let count = 0;
  async function append(events: number): Promise<void> {
    const happened = Array.from({ length: events }, (_, index) => ({
      id: randomUUID(),
      type: `Happened${index % 3}`,
      data: {},
      metadata: {} as EventMetadata,
    }));
    await store.append(`thing-${count}`, happened, 'no-stream');
    count += events;
  }
  const allRead = () => eventually(async () => (await asOfNow(sql, PROJECTIONS)).seq === BigInt(count), 60_000);

  it(`is replaced ${FREEZES} times, within ${LONGEST_TAKEOVER_MS} ms in 99 of 100, and writes nothing when it thaws`, async () => {
    const random = randomOf(SEED);
    const takeovers: number[] = [];
    for (let freezes = 0; freezes < FREEZES; freezes += 1) {
      // The leader of the round before has been let go, so that this process leads now.
      const working = once(leader.stdout!, 'data');
      await append(200);
      await working;
      const rival = runProjector({
        store,
        databaseUrl: database.url,
        projections: PROJECTIONS,
        logger: { info: () => undefined, warn: () => undefined },
      });
      await delay(random.below(LONGEST_WORK_MS));
      leader.kill('SIGSTOP');
      const begun = performance.now();
      await append(10);
      await allRead();
      takeovers.push(performance.now() - begun);
      expect(rival.status().leading).toBe(true);
      leader.kill('SIGCONT');
      await append(10);
      await allRead();
      await rival.stop();
    }
    const at = (share: number) => Math.round(percentile(takeovers, share));
    console.info(`takeover p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms over ${FREEZES} freezes`);
    expect(at(0.99)).toBeLessThan(LONGEST_TAKEOVER_MS);
    expect(await Promise.all(PROJECTIONS.map((projection) => digestOfProjection(sql, projection)))).toEqual(
      await digestsOfUndisturbedRun(store, PROJECTIONS, count),
    );
  });
});
