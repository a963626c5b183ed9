import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { READ_MODELS } from '#apps/projector';
import { connectDatabase } from '#libs/database';
import { type StoredEvent, upcast } from '#libs/eventsourcing';
import {
  NeedsRebuildError,
  type Projection,
  asOfNow,
  digestOfProjection,
  rebuild,
  retryParked,
  runProjector,
} from '#libs/projections';
import { BUSY_LIVES, cityLog } from '../bench/city/city-log.js';
import { type Random, randomOf } from '../bench/city/random.js';
import { type TestDatabase, createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { ScriptedStore } from '../support/scripted-store.js';
import { census, tally } from '../support/tally.js';
import { digestsOfUndisturbedRun } from '../support/undisturbed.js';

const EVENTS = Number(process.env.DELIVERED_EVENTS ?? 2000);
const POISON = Number(process.env.POISON_EVENTS ?? 20);
const SEED = Number(process.env.FAULTS_SEED ?? 20220109);
const LONGEST_MS = 60_000 + EVENTS * 20;

jest.setTimeout(60_000 + 2 * LONGEST_MS);

const logger = { info: () => undefined, warn: () => undefined };
let database: TestDatabase;
let sql: DataSource;

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
});
afterEach(async () => {
  await sql.destroy();
  await database.drop();
});

/** A city's year as a store holds it. */
function cityEvents(lives?: typeof BUSY_LIVES): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (const { stream, expected, events: appended } of cityLog(SEED, EVENTS, lives))
    for (const [index, event] of appended.entries()) {
      const position = BigInt(events.length + 1) * 100n;
      const recordedAt = new Date(Date.UTC(2022, 0, 1) + events.length * 1000);
      events.push({ ...event, stream, revision: expected + 1n + BigInt(index), position, recordedAt });
    }
  return events;
}

/** Runs the projections to the end of the log, and whatever is to be done then while they go on. */
async function run(store: ScriptedStore, projections: readonly Projection[], then: () => Promise<void>): Promise<void> {
  const projector = runProjector({ store, databaseUrl: database.url, projections, logger, batchSize: 200 });
  const end = BigInt(store.events.length);
  try {
    await eventually(async () => (await asOfNow(sql, projections).catch(() => undefined))?.seq === end, LONGEST_MS);
    await then();
  } finally {
    await projector.stop();
  }
}

/** The same, but reading whatever it needs again with every batch. */
const forgetful = (projection: Projection): Projection => ({
  ...projection,
  apply: (events, transaction) => projection.apply(events, transaction),
});

const digests = (projections: readonly Projection[]) =>
  Promise.all(projections.map((projection) => digestOfProjection(sql, projection)));

describe('the read models of a city’s year', () => {
  it(`are the same when every one of ${EVENTS} events comes one to five times, over subscriptions that break`, async () => {
    const random = randomOf(SEED);
    const deliveries = () => 1 + random.below(5);
    const often = new ScriptedStore({ deliveries, breakAfter: Math.ceil(EVENTS / 3) });
    const once = new ScriptedStore();
    for (const store of [often, once]) store.events.push(...cityEvents());
    await run(often, READ_MODELS, () => Promise.resolve());
    expect(often.begun.length).toBeGreaterThan(5);
    const undisturbed = await digestsOfUndisturbedRun(once, READ_MODELS.map(forgetful), once.events.length);
    expect(await digests(READ_MODELS)).toEqual(undisturbed);
  });
});

const someOf = (events: readonly StoredEvent[], random: Random): ReadonlySet<string> => {
  const ids = new Set<string>();
  while (ids.size < POISON) ids.add(events[random.below(events.length)]!.id);
  return ids;
};

const ofLaterBuild = (event: StoredEvent): StoredEvent =>
  upcast({ ...event, metadata: { ...event.metadata, schemaVersion: 99 } });

/** As whoever runs it would: parked events are applied, and where that would not do, the tables are made anew. */
async function makeGood(projection: Projection, store: ScriptedStore): Promise<void> {
  try {
    for (const { left } of await retryParked(sql, store, projection)) expect(left).toBe(0);
  } catch (error) {
    if (!(error instanceof NeedsRebuildError)) throw error;
    await rebuild({ store, databaseUrl: database.url, projection, logger });
  }
}

describe('events that can’t be applied', () => {
  it(`hold up their own streams only: ${POISON} of them, half of an unknown version; mended, nothing is missing`, async () => {
    const random = randomOf(SEED);
    const good = cityEvents();
    const culprits = someOf(good, random);
    const unknown = new Set([...culprits].filter((_, index) => index % 2 === 0));
    const store = new ScriptedStore();
    store.events.push(...good.map((event) => (unknown.has(event.id) ? ofLaterBuild(event) : event)));
    let mended = false;
    const picky: Projection = {
      ...tally,
      async apply(events, transaction) {
        for (const { id, data } of events) {
          if (!mended && culprits.has(id) && !unknown.has(id)) await transaction.query(`select 'x'::integer`);
          Object.keys(data);
        }
        await tally.apply(events, transaction);
      },
    };
    await run(store, [picky, census], async () => {
      const streams = new Set(good.filter(({ id }) => culprits.has(id)).map(({ stream }) => stream));
      const rows = await sql.query<{ stream: string }[]>('select distinct stream from ledger.parked_event');
      expect(new Set(rows.map(({ stream }) => stream))).toEqual(streams);
      const applied = await sql.query<{ stream: string }[]>('select distinct stream from tally_v1.entry');
      const seen = new Set(applied.map(({ stream }) => stream));
      expect(good.filter(({ stream }) => !streams.has(stream) && !seen.has(stream))).toEqual([]);

      mended = true;
      store.events.splice(0, good.length, ...good);
      for (const { left } of await retryParked(sql, store, picky)) expect(left).toBe(0);
      expect(await sql.query('select sum(parked)::int as parked from ledger.projection_checkpoint')).toEqual([
        { parked: 0 },
      ]);
    });
    expect(await digests([tally, census])).toEqual(await digestsOfUndisturbedRun(store, [tally, census], good.length));
  });

  it(`of a later build, ${POISON} of them, are missing in no read model once that is there`, async () => {
    const good = cityEvents(BUSY_LIVES);
    const culprits = someOf(good, randomOf(SEED));
    const store = new ScriptedStore();
    store.events.push(...good.map((event) => (culprits.has(event.id) ? ofLaterBuild(event) : event)));
    await run(store, READ_MODELS, async () => {
      expect((await asOfNow(sql, READ_MODELS)).parked).toBeGreaterThan(POISON);
      store.events.splice(0, good.length, ...good);
      for (const projection of READ_MODELS) await makeGood(projection, store);
      expect((await asOfNow(sql, READ_MODELS)).parked).toBe(0);
    });
    expect(await digests(READ_MODELS)).toEqual(await digestsOfUndisturbedRun(store, READ_MODELS, good.length));
  });
});
