import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/embedded-postgres';
import { type EventStore, UnavailableError, connectEventStore } from '#libs/event-store';
import { type EventMetadata } from '#libs/eventsourcing';
import {
  type Projection,
  type Projector,
  asOfNow,
  digestOfProjection,
  runProjector,
  schemaOf,
} from '#libs/projections';
import { eventually } from '../support/eventually.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { digestsOfUndisturbedRun } from '../support/undisturbed.js';

const DISK_MEGABYTES = 256;
const LONGEST_CATCH_UP_MS = 30_000;
const BATCH = 20;
/** Of an event. */
const BYTES = 20_000;
/** Log and read model run into the end of it together. */
const ROOM = 4 * 1024 * 1024;

/** What the read model makes of an event's text: more of one append than there is room. */
const COPIES = 10;
const NO_SPACE = '53100';

@Entity({ schema: schemaOf({ name: 'bulky', version: 1 }), name: 'text' })
class BulkyText {
  @PrimaryColumn('bigint') seq: string;
  @Column('text') text: string;
}

const bulky: Projection = {
  name: 'bulky',
  version: 1,
  entities: [BulkyText],
  onPoison: 'park',
  async apply(events, sql) {
    await sql.query('insert into bulky_v1.text select * from unnest($1::bigint[], $2::text[])', [
      events.map(({ seq }) => seq),
      events.map(({ data }) => (data as { text: string }).text.repeat(COPIES)),
    ]);
  },
};

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
  /** The projector's statements for which there was no room. */
  const failed: string[] = [];

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
      return await asOfNow(sql, [bulky]);
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
    const warn = ({ err }: { err?: { code?: string; query?: string } }) =>
      err?.code === NO_SPACE && failed.push(err.query ?? '');
    const logger = { info: () => undefined, warn };
    projector = runProjector({ store, databaseUrl: postgres.url, projections: [bulky], logger });
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
    await eventually(() => failed.length > 0);
    // No event is at fault: none is to be set aside, even if there should be room for that.
    expect(failed.filter((statement) => statement.includes('parked_event'))).toEqual([]);

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
    const { seq, parked } = (await seen())!;
    expect(parked).toBe(0);
    const sql = await connectDatabase(postgres.url);
    const digest = await digestOfProjection(sql, bulky);
    await sql.destroy();
    expect([digest]).toEqual(await digestsOfUndisturbedRun(store, [bulky], Number(seq)));
  });
});
