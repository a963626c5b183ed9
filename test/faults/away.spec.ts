import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connectDatabase } from '#libs/database';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/embedded-postgres';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { type EventMetadata } from '#libs/eventsourcing';
import { type Projector, asOfNow, digestOfProjection, runProjector } from '#libs/projections';
import { type TestDatabase, createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { tally } from '../support/tally.js';
import { digestsOfUndisturbedRun } from '../support/undisturbed.js';

/** How long each of the two is away. */
const AWAY_MS = Number(process.env.AWAY_MS ?? 2_000);
const LONGEST_CATCH_UP_MS = 30_000;
const BATCH = 20;

jest.setTimeout(180_000 + 4 * AWAY_MS);

describe('with a projector at work', () => {
  let logDatabase: TestDatabase;
  let server: EmbeddedEventStore;
  let store: EventStore;
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  let port: number;
  let projector: Projector;
  let written = 0;

  const append = async () => {
    const events = Array.from({ length: BATCH }, () => {
      return { id: randomUUID(), type: 'Happened', data: {}, metadata: {} as EventMetadata };
    });
    await store.append(`thing-${written}`, events, 'no-stream');
    written += BATCH;
  };
  const startPostgres = () => startEmbeddedPostgres({ dataDir, port });
  /** How long it takes until everything written can be read. */
  const catchUp = async (): Promise<number> => {
    const begun = performance.now();
    await eventually(async () => {
      const sql = await connectDatabase(postgres.url).catch(() => undefined);
      if (!sql) return false;
      try {
        return (await asOfNow(sql, [tally])).seq === BigInt(written);
      } finally {
        await sql.destroy();
      }
    }, 2 * LONGEST_CATCH_UP_MS);
    return performance.now() - begun;
  };

  beforeAll(async () => {
    logDatabase = await createDatabase();
    server = await startEmbeddedEventStore({ databaseUrl: logDatabase.url });
    store = connectEventStore(server.connectionString);
    dataDir = mkdtempSync(join(tmpdir(), 'ledger-away-'));
    port = 0;
    postgres = await startPostgres();
    port = Number(new URL(postgres.url).port);
    const logger = { info: () => undefined, warn: () => undefined };
    projector = runProjector({ store, databaseUrl: postgres.url, projections: [tally], logger });
    await append();
    await catchUp();
  });
  afterAll(async () => {
    await projector.stop();
    await store.close();
    await server.stop();
    await postgres.stop();
    await logDatabase.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`the database may go for ${AWAY_MS} ms`, async () => {
    await postgres.stop();
    const back = Date.now() + AWAY_MS;
    while (Date.now() < back) {
      await append();
      await delay(AWAY_MS / 20);
    }
    postgres = await startPostgres();
    expect(await catchUp()).toBeLessThan(LONGEST_CATCH_UP_MS);
  });

  it(`the event store may go for ${AWAY_MS} ms`, async () => {
    await server.stop();
    await expect(append()).rejects.toThrow('unavailable');
    await delay(AWAY_MS);
    server = await startEmbeddedEventStore({ databaseUrl: logDatabase.url, port: server.port });
    await eventually(() =>
      append().then(
        () => true,
        () => false,
      ),
    );
    expect(await catchUp()).toBeLessThan(LONGEST_CATCH_UP_MS);
  });

  it('and nothing is lost or doubled', async () => {
    const sql = await connectDatabase(postgres.url);
    const digest = await digestOfProjection(sql, tally);
    await sql.destroy();
    expect([digest]).toEqual(await digestsOfUndisturbedRun(store, [tally], written));
  });
});
