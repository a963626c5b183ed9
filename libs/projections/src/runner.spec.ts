import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/eventually.js';
import { ScriptedStore } from '../../../test/support/scripted-store.js';
import { census, tally } from '../../../test/support/tally.js';
import { asOfNow } from './as-of.js';
import { digestOfProjection } from './digest.js';
import { type Projection } from './projection.js';
import { type Projector, runProjector } from './runner.js';

const logger = { info: () => undefined, warn: () => undefined };

let database: TestDatabase;
let sql: DataSource;
const running: Projector[] = [];

const start = (store: ScriptedStore, projections: Projection[] = [tally], batchSize?: number): Projector => {
  const projector = runProjector({ store, databaseUrl: database.url, projections, logger, batchSize });
  running.push(projector);
  return projector;
};

const readUpTo = (seq: number, of = [tally]) =>
  eventually(async () => (await asOfNow(sql, of).catch(() => undefined))?.seq === BigInt(seq));

const entries = async () =>
  (await sql.query<{ seq: string }[]>('select seq from tally_v1.entry order by seq')).map(({ seq }) => Number(seq));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The digest that one undisturbed run over the same events leaves, in a database of its own. */
async function digestOfOneRun(store: ScriptedStore): Promise<string> {
  const other = await createDatabase();
  const undisturbed = new ScriptedStore();
  undisturbed.events.push(...store.events);
  const projector = runProjector({ store: undisturbed, databaseUrl: other.url, projections: [tally], logger });
  const otherSql = await connectDatabase(other.url);
  try {
    await eventually(async () => (await asOfNow(otherSql, [tally])).seq === BigInt(store.events.length));
    return await digestOfProjection(otherSql, tally);
  } finally {
    await projector.stop();
    await otherSql.destroy();
    await other.drop();
  }
}

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((projector) => projector.stop()));
  await sql.destroy();
  await database.drop();
});

describe('a projector', () => {
  it('numbers the events from 1 in the order of the log', async () => {
    const store = new ScriptedStore();
    store.grow(25);
    start(store);
    await readUpTo(25);
    expect(await entries()).toEqual(upTo(25));
  });

  it('goes on where it was stopped, and leaves the tables of one run', async () => {
    const store = new ScriptedStore();
    for (const [round, batchSize] of [1, 7, 1000].entries()) {
      store.grow(40);
      const projector = start(store, [tally], batchSize);
      await readUpTo(40 * (round + 1));
      await projector.stop();
    }
    expect(store.begun).toEqual([undefined, 4000n, 8000n]);
    expect(await digestOfProjection(sql, tally)).toBe(await digestOfOneRun(store));
  });

  it('follows a log that grows', async () => {
    const store = new ScriptedStore();
    start(store);
    for (const size of upTo(5)) {
      store.grow(1);
      await readUpTo(size);
    }
    expect(await entries()).toEqual(upTo(5));
  });

  it('resubscribes at its checkpoint whenever the subscription breaks', async () => {
    const store = new ScriptedStore({ breakAfter: 30 });
    store.grow(100);
    start(store, [tally], 10);
    await readUpTo(100);
    expect(store.begun.length).toBeGreaterThan(3);
    expect(await digestOfProjection(sql, tally)).toBe(await digestOfOneRun(store));
  });

  it('counts an event once, however often it is delivered', async () => {
    const store = new ScriptedStore({ deliveries: () => 3 });
    store.grow(50);
    start(store, [tally], 8);
    await readUpTo(50);
    expect(await digestOfProjection(sql, tally)).toBe(await digestOfOneRun(store));
  });

  it('writes nothing of a batch that fails, and tries again', async () => {
    let failures = 2;
    const seenBefore: number[] = [];
    const moody: Projection = {
      ...census,
      async apply(events, transaction) {
        seenBefore.push((await entries()).length);
        if (failures-- > 0) throw new Error('not now');
        await census.apply(events, transaction);
      },
    };
    const store = new ScriptedStore();
    store.grow(20);
    const projector = start(store, [tally, moody]);
    await readUpTo(20, [tally, moody]);
    expect(seenBefore).toEqual([0, 0, 0]);
    expect(await entries()).toEqual(upTo(20));
    await eventually(() => projector.status().failure === undefined);
  });

  it('says what it fails of', async () => {
    const projector = start(new ScriptedStore({ breakAfter: 0 }).grow(1));
    await eventually(() => projector.status().failure === 'the event store is unavailable');
  });

  it('comes back when the database cuts all its connections, in the middle of a batch', async () => {
    const cut = () =>
      sql.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name like 'ledger projector%'`,
      );
    let cuts = 0;
    const fragile: Projection = {
      ...tally,
      async apply(events, transaction) {
        await tally.apply(events, transaction);
        if (cuts++ < 2) await cut();
      },
    };
    const store = new ScriptedStore();
    store.grow(60);
    start(store, [fragile], 20);
    await readUpTo(60);
    expect(await digestOfProjection(sql, tally)).toBe(await digestOfOneRun(store));
  });

  it('brings a new projection up from the start while the others go on, then feeds it with them', async () => {
    const store = new ScriptedStore();
    store.grow(60);
    const first = start(store, [tally], 5);
    await readUpTo(60);
    await first.stop();
    store.grow(30);
    const batches: number[] = [];
    let catchUp: () => void = () => undefined;
    const allowed = new Promise<void>((resolve) => (catchUp = resolve));
    const newcomer: Projection = {
      ...census,
      async apply(events, transaction) {
        if (batches.length === 1) await allowed;
        batches.push(Number(events.at(-1)?.seq));
        await census.apply(events, transaction);
      },
    };
    start(store, [tally, newcomer], 5);
    await readUpTo(90);
    store.grow(10);
    await readUpTo(100);
    expect(batches).toEqual([5]);
    catchUp();
    await readUpTo(100, [newcomer]);
    store.grow(5);
    await readUpTo(105, [tally, newcomer]);
    expect(batches.slice(0, 3)).toEqual([5, 10, 15]);
    expect(batches.slice(-2)).toEqual([100, 105]);
    expect(store.begun).toEqual([undefined, 6000n, undefined]);
    expect(await entries()).toEqual(upTo(105));
    expect(await sql.query('select sum(events)::int as events from census_v1.type')).toEqual([{ events: 105 }]);
  });

  it('moves its checkpoint past what it is not shown', async () => {
    const store = new ScriptedStore();
    store.grow(3);
    start(store);
    await readUpTo(3);
    store.pass(350n);
    await eventually(async () => (await asOfNow(sql, [tally])).position === 350n);
    store.grow(1);
    await readUpTo(4);
  });

  it('issues the commands of a reaction before the checkpoint moves', async () => {
    const checkpoints: bigint[] = [];
    const heard: bigint[] = [];
    const reaction: Projection = {
      name: 'reaction',
      version: 1,
      entities: [],
      onPoison: 'park',
      async apply(events: readonly SequencedEvent[]) {
        checkpoints.push((await asOfNow(sql, [reaction])).seq);
        heard.push(...events.map(({ seq }) => seq));
      },
    };
    const store = new ScriptedStore();
    store.grow(6);
    start(store, [tally, reaction], 3);
    await readUpTo(6, [tally, reaction]);
    expect(heard).toEqual([1n, 2n, 3n, 4n, 5n, 6n]);
    expect(checkpoints).toEqual([0n, 3n]);
  });
});
