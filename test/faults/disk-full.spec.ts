import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { connectDatabase } from '#libs/database';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/embedded-postgres';
import { type EventStore, UnavailableError, connectEventStore } from '#libs/event-store';
import { type EventMetadata } from '#libs/eventsourcing';
import { type Projector, asOfNow, digestOfProjection, runProjector } from '#libs/projections';
import { eventually } from '../support/eventually.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { tally } from '../support/tally.js';
import { digestsOfUndisturbedRun } from '../support/undisturbed.js';

const DISK_MEGABYTES = 256;
const LONGEST_CATCH_UP_MS = 30_000;
const BATCH = 20;
/** Of an event. */
const BYTES = 20_000;
/** Log and read model run into the end of it together. */
const ROOM = 4 * 1024 * 1024;

const disk = mountSmallDisk(DISK_MEGABYTES);

jest.setTimeout(240_000);

/** Log, database and read model on one disk, as `ledger start` has them. */
(disk ? describe : describe.skip)('when the disk is full', () => {
  let postgres: EmbeddedPostgres;
  let port = 0;
  let server: EmbeddedEventStore;
  let store: EventStore;
  let projector: Projector;
  let stopping = false;
  const acknowledged: string[] = [];

  /** A server that has given up is started again, as whoever runs it would do. */
  const keepPostgresRunning = async () => {
    while (!stopping) {
      try {
        postgres = await startEmbeddedPostgres({ dataDir: join(disk!.folder, 'data'), port });
        port = Number(new URL(postgres.url).port);
        await postgres.ended;
        await postgres.stop();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  const append = async () => {
    const stream = `thing-${randomUUID()}`;
    const events = Array.from({ length: BATCH }, () => {
      return {
        id: randomUUID(),
        type: 'Happened',
        data: { text: randomBytes(BYTES).toString('base64') },
        metadata: {} as EventMetadata,
      };
    });
    await store.append(stream, events, 'no-stream');
    acknowledged.push(stream);
  };
  const seen = async () => {
    const sql = await connectDatabase(postgres.url).catch(() => undefined);
    if (!sql) return undefined;
    try {
      return await asOfNow(sql, [tally]);
    } catch {
      return undefined;
    } finally {
      await sql.destroy();
    }
  };

  beforeAll(async () => {
    void keepPostgresRunning();
    await eventually(() => port > 0);
    server = await startEmbeddedEventStore({ databaseUrl: postgres.url });
    store = connectEventStore(server.connectionString);
    const logger = { info: () => undefined, warn: () => undefined };
    projector = runProjector({ store, databaseUrl: postgres.url, projections: [tally], logger });
    await append();
    const end = await store.end();
    await eventually(async () => (await seen())?.position === end);
  });
  afterAll(async () => {
    stopping = true;
    await projector.stop();
    await store.close();
    await server.stop();
    await postgres.stop();
    disk?.remove();
  });

  it('appends are refused for now, nothing that was acknowledged is lost, and all goes on once there is room', async () => {
    disk!.fillBut(ROOM);
    const refusal = await eventually(() =>
      append().then(
        () => undefined,
        (error: unknown) => error,
      ),
    );
    expect(refusal).toBeInstanceOf(UnavailableError);
    const before = acknowledged.length;

    disk!.clear();
    await eventually(
      () =>
        append().then(
          () => true,
          () => false,
        ),
      LONGEST_CATCH_UP_MS,
    );
    const end = await store.end();
    await eventually(async () => (await seen())?.position === end, LONGEST_CATCH_UP_MS);

    expect(acknowledged.length).toBeGreaterThan(before);
    for (const stream of acknowledged) {
      const revisions = (await Array.fromAsync(store.readStream(stream))).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: BATCH }, (_, index) => BigInt(index)));
    }
    const { seq } = (await seen())!;
    const sql = await connectDatabase(postgres.url);
    const digest = await digestOfProjection(sql, tally);
    await sql.destroy();
    expect([digest]).toEqual(await digestsOfUndisturbedRun(store, [tally], Number(seq)));
  });
});
