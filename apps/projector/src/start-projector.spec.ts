import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { type EventMetadata } from '#libs/eventsourcing';
import { type Progress, type Projector, asOfNow, openProgress, schemaOf } from '#libs/projections';
import { unitStream } from '#libs/units';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/eventually.js';
import { READ_MODELS, projectionsOn } from './projections.js';
import { startProjector } from './start-projector.js';

const LONGEST_WAIT_MS = 30_000;
const METADATA: EventMetadata = {
  commandId: 'command-1',
  commandHash: '0'.repeat(64),
  $correlationId: 'command-1',
  $causationId: 'command-1',
  actor: 'account-1',
  actingUnit: 'city',
  role: 'administrator',
  source: { kind: 'api' },
  schemaVersion: 1,
};
const logger = { info: () => undefined, warn: () => undefined };

let database: TestDatabase;
let sql: DataSource;
let server: EmbeddedEventStore;
let store: EventStore;
let projector: Projector;
let progress: Progress;

const register = async (code: string): Promise<bigint> => {
  const data = { code, name: `第${code}区`, kind: 'district', group: '一组', occurredOn: '2022-01-09' };
  const event = { id: randomUUID(), type: 'UnitRegistered', data, metadata: METADATA };
  return (await store.append(unitStream(code), [event], 'no-stream')).position;
};

const registered = async () =>
  (await sql.query<{ code: string }[]>('select code from unit_directory_v3.unit order by code')).map(
    ({ code }) => code,
  );

beforeEach(async () => {
  database = await createDatabase();
  server = await startEmbeddedEventStore({ databaseUrl: database.url });
  store = connectEventStore(server.connectionString);
  sql = await connectDatabase(database.url);
  projector = await startProjector({ databaseUrl: database.url, eventStoreUrl: server.connectionString, logger });
  progress = openProgress(database.url, projectionsOn(store));
});

afterEach(async () => {
  await projector.stop();
  await progress.close();
  await store.close();
  await sql.destroy();
  await server.stop();
  await database.drop();
});

describe('the projector process', () => {
  it('has made every table when it says that it has started', async () => {
    expect(await registered()).toEqual([]);
    const schemas = await sql.query<{ name: string }[]>(
      `select schema_name as name from information_schema.schemata where schema_name ~ '_v[0-9]+$' order by 1`,
    );
    const expected = READ_MODELS.map(schemaOf).sort();
    expect(schemas.map(({ name }) => name)).toEqual(expected);
  });

  it('shows what was appended to whoever waits for its position', async () => {
    const position = await register('01');
    expect(await progress.waitFor(position, LONGEST_WAIT_MS)).toBe(true);
    expect(await registered()).toEqual(['01']);
    expect(await asOfNow(sql)).toMatchObject({ seq: 1n, position });
  });

  it('goes on by itself when the event store comes back', async () => {
    await progress.waitFor(await register('01'), LONGEST_WAIT_MS);
    await server.stop();
    await eventually(() => projector.status().failure);
    server = await startEmbeddedEventStore({ databaseUrl: database.url, port: server.port });
    expect(await progress.waitFor(await register('02'), LONGEST_WAIT_MS)).toBe(true);
    expect(await registered()).toEqual(['01', '02']);
    await eventually(() => projector.status().live);
  });

  it('does not start without a database', async () => {
    const nowhere = {
      databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
      eventStoreUrl: server.connectionString,
      logger,
    };
    await expect(startProjector(nowhere)).rejects.toThrow('ECONNREFUSED');
  });
});
