import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type SequencedEvent, upcast } from '#libs/eventsourcing';
import { UnavailableError } from '#libs/event-store';
import { type TestDatabase, createDatabase } from '../../../../test/support/databases.js';
import { eventually } from '../../../../test/support/eventually.js';
import { ScriptedStore } from '../../../../test/support/scripted-store.js';
import { census, tally } from '../../../../test/support/tally.js';
import { asOfNow } from '../as-of.js';
import { readCheckpoints } from '../checkpoint.js';
import { digestOfProjection } from '../digest.js';
import { type Projection } from '../projection.js';
import { type Projector, runProjector } from '../runner.js';
import { NeedsRebuildError, retryParked, startAgain } from './retry.js';

let database: TestDatabase;
let sql: DataSource;
let store: ScriptedStore;
let warnings: { message: string; seq?: string }[];
/** The numbers of the events that can't be applied, for now. */
let broken: Set<number>;
const running: Projector[] = [];

const numberOf = ({ data }: SequencedEvent): number => (data as { number: number }).number;

/** Fails of the broken events: in the code, or in the middle of the transaction for every third. */
const picky = (projection: Projection, more: Partial<Projection> = {}): Projection => ({
  ...projection,
  async apply(events, transaction) {
    await projection.apply(events, transaction);
    const culprit = events.map(numberOf).find((number) => broken.has(number));
    if (culprit === undefined) return;
    if (culprit % 3 === 0) await transaction.query(`select '陈某 138'::integer`);
    throw new TypeError(`Cannot read properties of undefined (reading 'unit')`);
  },
  ...more,
});

const logger = {
  info: () => undefined,
  warn: (details: object, message: string) => void warnings.push({ ...details, message }),
};

const start = (projections: Projection[], batchSize?: number): Projector => {
  const projector = runProjector({ store, databaseUrl: database.url, projections, logger, batchSize });
  running.push(projector);
  return projector;
};

const readUpTo = (seq: number, of: Projection[]) =>
  eventually(async () => (await asOfNow(sql, of).catch(() => undefined))?.seq === BigInt(seq));

const parked = async () =>
  (
    await sql.query<{ seq: string; error: string | null }[]>('select seq, error from ledger.parked_event order by seq')
  ).map(({ seq, error }) => [Number(seq), error] as const);

const parkedSeqs = async () => (await parked()).map(([seq]) => seq);

const checkpointOf = async (schema: string) => (await readCheckpoints(sql)).get(schema);

/** The digest that an undisturbed run over the same log leaves, in a database of its own. */
async function digestOfRebuild(projection: Projection): Promise<string> {
  const other = await createDatabase();
  const otherSql = await connectDatabase(other.url);
  const projector = runProjector({ store, databaseUrl: other.url, projections: [projection], logger });
  try {
    await eventually(async () => (await asOfNow(otherSql, [projection])).seq === BigInt(store.events.length));
    return await digestOfProjection(otherSql, projection);
  } finally {
    await projector.stop();
    await otherSql.destroy();
    await other.drop();
  }
}

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
  store = new ScriptedStore();
  warnings = [];
  broken = new Set();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((projector) => projector.stop()));
  await sql.destroy();
  await database.drop();
});

describe('a projection that parks', () => {
  it.each([1, 7, 1000])(
    'sets aside what it fails of and what follows in the stream, in batches of %i',
    async (size) => {
      broken = new Set([3, 11]);
      store.grow(40);
      start([picky(tally), census], size);
      await readUpTo(40, [tally, census]);
      // Streams are number modulo seven: 3 and 11 are in the streams 3 and 4.
      expect(await parkedSeqs()).toEqual([4, 11, 12, 18, 19, 25, 26, 32, 33, 39, 40]);
      expect((await parked()).filter(([, error]) => error !== null).map(([seq]) => seq)).toEqual([4, 12]);
      expect(await checkpointOf('tally_v1')).toMatchObject({ parked: 11 });
      expect(await checkpointOf('census_v1')).toMatchObject({ parked: 0 });
      expect(await sql.query('select sum(events)::int as events from census_v1.type')).toEqual([{ events: 40 }]);
      expect(await sql.query('select count(*)::int as entries from tally_v1.entry')).toEqual([{ entries: 29 }]);
      expect(warnings).toMatchObject([
        { message: 'an event was parked', seq: '4' },
        { message: 'an event was parked', seq: '12' },
      ]);
    },
  );

  it('keeps no value of the event in what it says', async () => {
    broken = new Set([3, 4]);
    store.grow(5);
    start([picky(tally)]);
    await readUpTo(5, [tally]);
    const errors = (await parked()).map(([, error]) => error);
    expect(errors[0]).toMatch(/^QueryFailedError 22P02/);
    expect(errors[1]).toMatch(/^TypeError Cannot read properties/);
    expect(JSON.stringify([errors, warnings])).not.toMatch(/陈某|138/);
  });

  it('goes on holding the stream back after a restart', async () => {
    broken = new Set([0]);
    store.grow(10);
    const first = start([picky(tally)]);
    await readUpTo(10, [tally]);
    await first.stop();
    broken.clear();
    store.grow(10);
    start([picky(tally)]);
    await readUpTo(20, [tally]);
    expect(await parkedSeqs()).toEqual([1, 8, 15]);
  });

  it('has the tables of a rebuild once the parked events are applied, while the log goes on', async () => {
    broken = new Set([2, 3, 9, 20]);
    store.grow(60);
    const fixed = picky(tally);
    start([fixed], 9);
    await readUpTo(60, [tally]);
    expect((await parked()).length).toBeGreaterThan(15);
    broken.clear();
    const growing = (async () => {
      for (let round = 0; round < 20; round += 1) {
        store.grow(10);
        await readUpTo(store.events.length, [tally]);
      }
    })();
    const retried = await retryParked(sql, store, fixed);
    expect(retried.map(({ stream, left }) => [stream, left])).toEqual([
      ['thing-2', 0],
      ['thing-3', 0],
      ['thing-6', 0],
    ]);
    await growing;
    expect(await parked()).toEqual([]);
    expect(await checkpointOf('tally_v1')).toMatchObject({ parked: 0 });
    expect(await digestOfProjection(sql, tally)).toBe(await digestOfRebuild(tally));
  });

  it('keeps what still fails, and applies one stream alone when asked', async () => {
    broken = new Set([0, 1]);
    store.grow(16);
    const projection = picky(tally);
    start([projection]);
    await readUpTo(16, [tally]);
    expect(await parkedSeqs()).toEqual([1, 2, 8, 9, 15, 16]);
    broken = new Set([7]);
    const fault = expect.stringMatching(/^TypeError/);
    expect(await retryParked(sql, store, projection, 'thing-0')).toEqual([
      { stream: 'thing-0', applied: 1, left: 2, fault },
    ]);
    expect(await parkedSeqs()).toEqual([2, 8, 9, 15, 16]);
    expect((await parked())[1]).toEqual([8, fault]);
    expect(await checkpointOf('tally_v1')).toMatchObject({ parked: 5 });
    broken.clear();
    await retryParked(sql, store, projection);
    expect(await parkedSeqs()).toEqual([]);
    expect(await digestOfProjection(sql, tally)).toBe(await digestOfRebuild(tally));
  });

  it('is not made good event by event when it reads across streams', async () => {
    broken = new Set([0]);
    store.grow(3);
    const projection = picky(tally, { readsAcrossStreams: true });
    start([projection]);
    await readUpTo(3, [tally]);
    await expect(retryParked(sql, store, projection)).rejects.toThrow(NeedsRebuildError);
    expect(await parkedSeqs()).toEqual([1]);
  });

  it('parks what a reaction fails of', async () => {
    broken = new Set([1]);
    const acted: number[] = [];
    const reaction: Projection = {
      name: 'reaction',
      version: 1,
      entities: [],
      onPoison: 'park',
      async apply(events) {
        if (events.some((event) => broken.has(numberOf(event)))) throw new Error('no such command');
        acted.push(...events.map(numberOf));
      },
    };
    store.grow(10);
    start([reaction, tally], 4);
    await readUpTo(10, [reaction, tally]);
    expect(await parkedSeqs()).toEqual([2, 9]);
    expect([...new Set(acted)].sort((a, b) => a - b)).toEqual([0, 2, 3, 4, 5, 6, 7, 9]);
    broken.clear();
    await retryParked(sql, store, reaction);
    expect(acted.slice(-2)).toEqual([1, 8]);
    expect(await parkedSeqs()).toEqual([]);
  });
});

describe('an event of a version that this build does not know', () => {
  it('is parked for the projections that look into it, until a build that knows it retries', async () => {
    store.grow(12);
    const known = store.events[3]!;
    const later = { ...known, metadata: { ...known.metadata, schemaVersion: 2 } };
    store.events[3] = upcast(later);
    start([picky(tally), census]);
    await readUpTo(12, [tally, census]);
    expect(await parked()).toEqual([
      [4, expect.stringMatching(/^UnknownVersionError Happened0 of version 2/)],
      [11, null],
    ]);
    expect(await sql.query('select sum(events)::int as events from census_v1.type')).toEqual([{ events: 12 }]);
    store.events[3] = upcast(later, new Map([['Happened0', [(data: object) => data]]]));
    await retryParked(sql, store, tally);
    expect(await digestOfProjection(sql, tally)).toBe(await digestOfRebuild(tally));
  });
});

describe('an error that is not an event’s fault', () => {
  const failures = [
    ['the store’s', () => Promise.reject(new UnavailableError(new Error('away')))],
    ['a full disk’s', () => Promise.reject(Object.assign(new Error('no space left'), { code: '53100' }))],
    ['a socket’s', () => Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))],
  ] as const;

  it.each(failures)('parks nothing, however often it comes: %s', async (_, fail) => {
    let left = 4;
    const moody: Projection = {
      ...tally,
      apply: (events, transaction) => (left-- > 0 ? fail() : tally.apply(events, transaction)),
    };
    store.grow(5);
    start([moody]);
    await readUpTo(5, [tally]);
    expect(await parkedSeqs()).toEqual([]);
    expect(left).toBe(-1);
  });
});

describe('a projection that stops', () => {
  it('stands still before the batch and says so, the others go on; told to, it catches up', async () => {
    broken = new Set([12]);
    store.grow(10);
    const strict = picky(tally, { onPoison: 'stop' });
    start([strict, census], 5);
    await readUpTo(10, [tally, census]);
    store.grow(10);
    await readUpTo(20, [census]);
    expect(await checkpointOf('tally_v1')).toMatchObject({
      seq: 10n,
      stopped: { fault: expect.stringMatching(/22P02/) },
    });
    expect(await parkedSeqs()).toEqual([]);
    expect(warnings.map(({ message }) => message)).toEqual(['a projection stopped']);

    broken.clear();
    expect(await startAgain(sql, strict)).toBe(true);
    expect(await startAgain(sql, strict)).toBe(false);
    store.grow(10);
    await readUpTo(30, [tally, census]);
    expect(await checkpointOf('tally_v1')).not.toHaveProperty('stopped');
    expect(await digestOfProjection(sql, tally)).toBe(await digestOfRebuild(tally));
  });

  it('does so after a restart, too', async () => {
    broken = new Set([2]);
    store.grow(5);
    const strict = picky(tally, { onPoison: 'stop' });
    const first = start([strict, census]);
    await readUpTo(5, [census]);
    await first.stop();
    start([strict, census]);
    store.grow(5);
    await readUpTo(10, [census]);
    expect(await checkpointOf('tally_v1')).toMatchObject({ seq: 0n, stopped: {} });
  });
});
