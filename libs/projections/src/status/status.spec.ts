import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type TestDatabase, createDatabase } from '../../../../test/support/databases.js';
import { eventually } from '../../../../test/support/eventually.js';
import { ScriptedStore } from '../../../../test/support/scripted-store.js';
import { census, tally, tallyOfVersion } from '../../../../test/support/tally.js';
import { asOfNow } from '../as-of.js';
import { builtFor } from '../checkpoint.js';
import { type Projection } from '../projection.js';
import { shadowOf } from '../rebuild/shadow.js';
import { runProjector } from '../runner.js';
import { createReadModels } from '../tables.js';
import { readStatus } from './read-status.js';

let database: TestDatabase;
let sql: DataSource;
let store: ScriptedStore;
const AT_ONCE = -1;
const LATE = 3_600_000;

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
  store = new ScriptedStore();
});

afterEach(async () => {
  await sql.destroy();
  await database.drop();
});

/** Runs the projections up to the end of the log. */
async function run(...projections: Projection[]): Promise<void> {
  const logger = { info: () => undefined, warn: () => undefined };
  const projector = runProjector({ store, databaseUrl: database.url, projections, logger });
  const end = BigInt(store.events.length);
  await eventually(async () => (await asOfNow(sql, projections).catch(() => undefined))?.seq === end);
  await projector.stop();
}

const status = (stalledAfterMs?: number) => readStatus(sql, store, stalledAfterMs);

describe('the status of the read models', () => {
  it('is green when there is nothing to read, however long nothing has happened', async () => {
    store.grow(10);
    await run(tally, census);
    const { red, storeAnswers, projections } = await status(AT_ONCE);
    expect([red, storeAnswers]).toEqual([false, true]);
    expect(projections).toMatchObject([
      { projection: 'census', role: 'current', seq: 10n, stalled: false, lag: { events: 0n, seconds: 0 } },
      { projection: 'tally', role: 'current', seq: 10n, stalled: false, lag: { events: 0n, seconds: 0 } },
    ]);
  });

  it('counts what has not been read, and is red once nothing is read for too long', async () => {
    store.grow(10);
    await run(tally, census);
    store.grow(7);
    await run(tally);
    store.grow(3);
    const { projections, red } = await status(LATE);
    expect(projections.map(({ projection, lag }) => [projection, lag.events])).toEqual([
      ['census', 10n],
      ['tally', 3n],
    ]);
    const waited = (Date.now() - store.events[10]!.recordedAt.getTime()) / 1000;
    expect(Math.abs(projections[0]!.lag.seconds - waited)).toBeLessThan(5);
    expect(red).toBe(false);
    expect((await status(AT_ONCE)).red).toBe(true);
  });

  it('is red while one is stopped', async () => {
    store.grow(2);
    await run(tally);
    await sql.query(`update ledger.projection_checkpoint set stopped_at = now(), stopped_for = 'TypeError'`);
    expect(await status()).toMatchObject({ red: true, projections: [{ stopped: { fault: 'TypeError' } }] });
  });

  it('is red for a stalled reaction, though no answer is stale for it', async () => {
    const reaction: Projection = {
      name: 'reaction',
      version: 1,
      entities: [],
      onPoison: 'park',
      apply: async () => {},
    };
    store.grow(2);
    await run(tally, reaction);
    const session = await connectDatabase(database.url, { settings: builtFor([tally]) });
    try {
      expect(await readStatus(session, store)).toMatchObject({ red: false, answersStale: false });
      await sql.query(`update ledger.projection_checkpoint set stopped_at = now() where projection = 'reaction'`);
      expect(await readStatus(session, store)).toMatchObject({ red: true, answersStale: false });
      await sql.query(`update ledger.projection_checkpoint set stopped_at = now() where projection = 'tally'`);
      expect(await readStatus(session, store)).toMatchObject({ red: true, answersStale: true });
    } finally {
      await session.destroy();
    }
  });

  it('tells versions apart; only those that are read count', async () => {
    store.grow(5);
    await run(tally);
    await createReadModels(sql, [tallyOfVersion(2), shadowOf(tally)]);
    store.grow(5);
    expect((await status(AT_ONCE)).projections.map(({ version, role, counts }) => [version, role, counts])).toEqual([
      [1, 'current', true],
      [2, 'building', false],
      [1, 'rebuild', false],
    ]);
    await run(tallyOfVersion(2));
    const { red, projections } = await status(AT_ONCE);
    expect(projections.map(({ role }) => role)).toEqual(['outdated', 'current', 'rebuild']);
    expect(red).toBe(false);
  });

  it('says when the store does not answer', async () => {
    store.grow(1);
    await run(tally);
    store.end = () => new Promise(() => undefined);
    expect(await status()).toMatchObject({ storeAnswers: false, red: false });
    store.end = () => Promise.reject(new Error('away'));
    expect(await status()).toMatchObject({ storeAnswers: false });
  });
});
