import { createLocalJWKSet } from 'jose';
import { pino } from 'pino';
import supertest from 'supertest';
import { createApi } from '#apps/api';
import { READ_MODELS, startProjector } from '#apps/projector';
import { type Role, createSigningKey, publicKeySet, readSigningKey, signToken } from '#libs/access';
import { connectDatabase } from '#libs/database';
import { startEmbeddedEventStore } from '#libs/embedded-event-store';
import { connectEventStore } from '#libs/event-store';
import { builtFor, openProgress } from '#libs/projections';
import { type Day } from '#libs/values';
import { createDatabase } from './databases.js';
import { declared } from './declared.js';

/** The present business day of every ledger under test. */
export const TODAY: Day = '2022-09-30';

type Headers = Record<string, string>;

/** The whole product on a throw-away database, driven through HTTP. */
export interface TestLedger {
  /** Without a slash at the end. */
  readonly url: string;
  readonly eventStoreUrl: string;
  /** A POST with a fresh idempotency key unless the headers name one. */
  post(path: string, body: unknown, as?: Role, headers?: Headers): supertest.Test;
  /** Makes later GETs wait for what was written some other way. */
  noteWritten(position: bigint): void;
  /** A GET that waits for everything that was posted here. */
  get(path: string, as?: Role): supertest.Test;
  /** For requests that need a form of their own. */
  request: ReturnType<typeof supertest>;
  token(role: Role, unit?: string): Promise<string>;
  /** Registers a unit. */
  unit(code: string, name: string): Promise<void>;
  /** Lets a projection stand still from here on, as one does of an event that can't be applied. */
  stopProjection(name: string): Promise<unknown>;
  /** Lets every read model lack the log's first event, as if it could not be applied. */
  parkFirst(): Promise<unknown>;
  /** The place of the log's last event: the same before and after means that nothing was appended. */
  logEnd(): Promise<bigint>;
  stop(): Promise<void>;
}

const UNIT = 'luan-01';

export async function startTestLedger(): Promise<TestLedger> {
  const database = await createDatabase();
  const eventStore = await startEmbeddedEventStore({ databaseUrl: database.url });
  const logger = pino({ level: 'silent' });
  const projector = await startProjector({
    databaseUrl: database.url,
    eventStoreUrl: eventStore.connectionString,
    logger,
  });
  const sql = await connectDatabase(database.url, { settings: builtFor(READ_MODELS) });
  const store = connectEventStore(eventStore.connectionString);
  const progress = openProgress(database.url, READ_MODELS);
  const signingKey = await readSigningKey(await createSigningKey());
  const keys = createLocalJWKSet(await publicKeySet(signingKey));
  const app = await createApi({ store, sql: declared(sql), progress, keys, logger, today: () => TODAY });
  await app.listen(0, '127.0.0.1');
  const request = supertest(app.getHttpServer());

  const tokens = new Map<string, string>();
  const token = async (role: Role, unit = UNIT) => {
    const id = `${role}-${unit}`;
    const made = tokens.get(id) ?? (await signToken(signingKey, { id, unit, role }));
    tokens.set(id, made);
    return made;
  };
  const roles: Role[] = ['reporter', 'department', 'supervisor', 'administrator', 'auditor', 'leader'];
  for (const role of roles) await token(role);
  const bearer = (role: Role) => ({ authorization: `Bearer ${tokens.get(`${role}-${UNIT}`)}` });

  let keyCount = 0;
  let furthest = 0n;
  const ledger: TestLedger = {
    url: await app.getUrl(),
    eventStoreUrl: eventStore.connectionString,
    request,
    token,
    post: (path, body, as = 'reporter', headers = {}) =>
      request
        .post(path)
        .set({ ...bearer(as), 'idempotency-key': `key-${(keyCount += 1)}`, ...headers })
        .send(body as object)
        .expect(({ body: answer }) => {
          const { position } = answer as { position?: string };
          if (position !== undefined) ledger.noteWritten(BigInt(position));
        }),
    noteWritten(position) {
      if (position > furthest) furthest = position;
    },
    get: (path, as = 'auditor') =>
      request
        .get(path)
        .query({ minPosition: String(furthest) })
        .set(bearer(as)),
    async unit(code, name) {
      const body = { code, name, kind: 'district', group: '县区', occurredOn: '2022-01-01' };
      await ledger.post('/v1/units', body, 'administrator').expect(201);
    },
    stopProjection: (name) =>
      sql.query(
        `update ledger.projection_checkpoint set stopped_at = now(), stopped_for = 'a test' where projection = $1`,
        [name],
      ),
    parkFirst: () =>
      sql.query(
        `with held as (update ledger.projection_checkpoint set parked = parked + 1 returning projection, version)
         insert into ledger.parked_event
           (projection, version, seq, stream, revision, position, event_id, type, error, attempts)
         select projection, version, 1, 'first', 0, 0, gen_random_uuid(), 'First', 'a test', 1 from held`,
      ),
    logEnd: () => store.end(),
    async stop() {
      await app.close();
      await progress.close();
      await projector.stop();
      await store.close();
      await sql.destroy();
      await eventStore.stop();
      await database.drop();
    },
  };
  return ledger;
}
