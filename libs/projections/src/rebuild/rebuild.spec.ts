import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type TestDatabase, createDatabase } from '../../../../test/support/databases.js';
import { eventually } from '../../../../test/support/eventually.js';
import { ScriptedStore } from '../../../../test/support/scripted-store.js';
import { census, tally, tallyOfVersion } from '../../../../test/support/tally.js';
import { asOfNow } from '../as-of.js';
import { builtFor, readCheckpoints } from '../checkpoint.js';
import { openProgress } from '../progress.js';
import { type Projection } from '../projection.js';
import { type Projector, runProjector } from '../runner.js';
import { rebuild } from './rebuild.js';
import { shadowOf } from './shadow.js';

const tally2 = tallyOfVersion(2);
let database: TestDatabase;
let sql: DataSource;
let store: ScriptedStore;
let warnings: string[];
const running: Projector[] = [];

const logger = { info: () => undefined, warn: (_: object, message: string) => void warnings.push(message) };

const start = (projections: Projection[], batchSize?: number): Projector => {
  const projector = runProjector({ store, databaseUrl: database.url, projections, logger, batchSize });
  running.push(projector);
  return projector;
};

const readUpTo = (seq: number, of: Projection[]) =>
  eventually(async () => (await asOfNow(sql, of).catch(() => undefined))?.seq === BigInt(seq));

const rebuildTally = (projection: Projection = tally, more: { fromStart?: boolean } = {}) =>
  rebuild({ store, databaseUrl: database.url, projection, logger, ...more });

const schemas = async () =>
  (
    await sql.query<{ name: string }[]>(
      `select schema_name as name from information_schema.schemata where schema_name like '%\\_v_' order by 1`,
    )
  ).map(({ name }) => name);

const currents = async () =>
  [...(await readCheckpoints(sql))].filter(([, { current }]) => current).map(([schema]) => schema);

/** The rebuilt copy is written slowly, so that it is behind whenever events flow. */
const slowTally: Projection = {
  ...tally,
  async apply(events, transaction) {
    await transaction.query('select pg_sleep(0.2)');
    await tally.apply(events, transaction);
  },
};

/** Reads tables and as-of without a pause until told to stop; gives every sum, and every seq, that it saw. */
function keepReading() {
  const seen: number[] = [];
  const asOfs: number[] = [];
  let reading = true;
  const done = (async () => {
    while (reading) {
      const [row] = await sql.query<{ events: number }[]>('select sum(events)::int as events from tally_v1.total');
      seen.push(row!.events);
      asOfs.push(Number((await asOfNow(sql, [tally])).seq));
    }
    return { seen, asOfs };
  })();
  return { stop: () => ((reading = false), done) };
}

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
  store = new ScriptedStore();
  warnings = [];
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((projector) => projector.stop()));
  await sql.destroy();
  await database.drop();
});

describe('a rebuild of the current version', () => {
  it('puts right what was wrong while events flow and queries go on', async () => {
    store.grow(300);
    start([tally, census], 20);
    await readUpTo(300, [tally, census]);
    await sql.query('delete from tally_v1.entry where seq % 3 = 0');
    const reader = keepReading();
    let growing = true;
    const growth = (async () => {
      while (growing) {
        store.grow(5);
        await readUpTo(store.events.length, [tally, census]);
      }
    })();
    await rebuildTally(slowTally);
    growing = false;
    await growth;
    store.grow(20);
    await readUpTo(store.events.length, [tally, census]);
    const { seen, asOfs } = await reader.stop();

    expect(await sql.query('select count(*)::int as count, max(seq)::int as max from tally_v1.entry')).toEqual([
      { count: store.events.length, max: store.events.length },
    ]);
    expect(await sql.query('select sum(events)::int as events from tally_v1.total')).toEqual([
      { events: store.events.length },
    ]);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(asOfs).toEqual(asOfs.toSorted((a, b) => a - b));
    expect(await schemas()).toEqual(['census_v1', 'tally_v1']);
    expect(await currents()).toEqual(expect.arrayContaining(['census_v1', 'tally_v1']));
    expect((await readCheckpoints(sql)).size).toBe(2);
  });

  it('goes on where it was cut off, or from the start when told to', async () => {
    store.grow(100);
    start([tally]);
    await readUpTo(100, [tally]);
    const shadow = shadowOf(tally);
    const cutOff = async () => {
      const first = start([shadow]);
      await readUpTo(store.events.length, [shadow]);
      await first.stop();
      store.begun.length = 0;
    };
    await cutOff();
    await rebuildTally();
    expect(store.begun).toEqual([10000n]);

    await cutOff();
    await sql.query('truncate tally_rebuild_v1.entry, tally_rebuild_v1.total');
    await rebuildTally(tally, { fromStart: true });
    expect(store.begun).toEqual([undefined]);
    expect(await sql.query('select count(*)::int as count from tally_v1.entry')).toEqual([{ count: 100 }]);
  });

  it('makes good what was parked or stopped', async () => {
    let broken = true;
    const picky = (more: Partial<Projection>): Projection => ({
      ...tally,
      readsAcrossStreams: true,
      ...more,
      apply: (events, transaction) =>
        broken && events.some(({ seq }) => seq === 7n)
          ? Promise.reject(new Error('no such rule'))
          : tally.apply(events, transaction),
    });
    store.grow(50);
    const parking = start([picky({})]);
    await readUpTo(50, [tally]);
    expect((await asOfNow(sql, [tally])).parked).toBe(7);
    await parking.stop();
    broken = false;
    await rebuildTally(picky({}));
    expect((await asOfNow(sql, [tally])).parked).toBe(0);
    expect(await sql.query('select count(*)::int as parked from ledger.parked_event')).toEqual([{ parked: 0 }]);
    expect(await sql.query('select count(*)::int as count from tally_v1.entry')).toEqual([{ count: 50 }]);
  });

  it('is as good for one that a newer has replaced, as long as it is kept', async () => {
    store.grow(50);
    const older = start([tally]);
    await readUpTo(50, [tally]);
    await rebuildTally(tally2);
    await sql.query('truncate tally_v1.entry');
    await rebuildTally(tally);
    expect(await sql.query('select count(*)::int as count from tally_v1.entry')).toEqual([{ count: 50 }]);
    expect(await currents()).toEqual(['tally_v2']);
    await older.stop();
    await sql.query(`delete from ledger.projection_checkpoint where version = 1`);
    await expect(rebuildTally(tally)).rejects.toThrow('tally is at version 2; 1 is no longer kept');
  });

  it('is refused for a reaction', async () => {
    await expect(rebuildTally({ ...tally, name: 'reaction', entities: [] })).rejects.toThrow('has no tables');
  });
});

describe('a new version', () => {
  it('is built beside the old one, which goes on being fed, and becomes current when it is up', async () => {
    store.grow(200);
    const older = start([tally, census]);
    await readUpTo(200, [tally, census]);
    const seen: [bigint, bigint][] = [];
    await rebuild({
      store,
      databaseUrl: database.url,
      projection: tally2,
      logger,
      onProgress: (seq, of) => seen.push([seq, of]),
    });
    expect(seen.at(-1)).toEqual([200n, 200n]);
    expect(await currents()).toEqual(expect.arrayContaining(['census_v1', 'tally_v2']));
    expect(await schemas()).toEqual(['census_v1', 'tally_v1', 'tally_v2']);

    const newer = start([tally2, census]);
    store.grow(50);
    await readUpTo(250, [tally, tally2, census]);
    expect([older.status().leading, newer.status().leading]).toEqual([true, true]);
    await older.stop();
    store.grow(50);
    await readUpTo(300, [tally2, census]);
    expect((await asOfNow(sql, [tally])).seq).toBe(250n);
  });

  it('is begun again where its code was wrong, when told to', async () => {
    store.grow(30);
    const wrong: Projection = { ...tally2, onPoison: 'stop', apply: () => Promise.reject(new Error('no such rule')) };
    start([tally]);
    await readUpTo(30, [tally]);
    await expect(rebuildTally(wrong)).rejects.toThrow('stopped at 0');
    await expect(rebuildTally(tally2)).rejects.toThrow('stopped at 0');
    await rebuildTally(tally2, { fromStart: true });
    expect(await sql.query('select count(*)::int as count from tally_v2.entry')).toEqual([{ count: 30 }]);
    expect(await currents()).toEqual(['tally_v2']);
  });

  it('never holds back the as-of of a process that was built for the old one, nor the other way round', async () => {
    store.grow(30);
    const older = start([tally, census]);
    await readUpTo(30, [tally, census]);
    await older.stop();
    const asOfOf = async (projections: Projection[]) => {
      const session = await connectDatabase(database.url, { settings: builtFor(projections) });
      const progress = openProgress(database.url, projections);
      try {
        await eventually(() => progress.current().seq > 0n);
        return [(await asOfNow(session)).seq, progress.current().seq];
      } finally {
        await progress.close();
        await session.destroy();
      }
    };
    store.grow(10);
    start([tally2, census]);
    await readUpTo(40, [tally2, census]);
    expect(await asOfOf([tally, census])).toEqual([30n, 30n]);
    expect(await asOfOf([tally2, census])).toEqual([40n, 40n]);
    await eventually(async () => (await asOfNow(sql)).seq === 40n);
    expect(await currents()).not.toContain('tally_v1');
  });
});
