import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/eventually.js';
import { census, tally } from '../../../test/support/tally.js';
import { type Announcement, type Checkpoint, PROGRESS_CHANNEL, START, moveCheckpoints } from './checkpoint.js';
import { type Progress, openProgress } from './progress.js';
import { schemaOf } from './projection.js';
import { createReadModels } from './tables.js';

let database: TestDatabase;
let sql: DataSource;
let progress: Progress;

const at = (seq: number): Checkpoint => ({ seq: BigInt(seq), position: BigInt(seq * 100), recordedAt: new Date(seq) });

/** Moves a checkpoint without telling anybody. */
const moveSilently = (position: number) =>
  sql.query('update ledger.projection_checkpoint set seq = 1, position = $1', [position]);

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
  await createReadModels(sql, [tally, census]);
  progress = openProgress(database.url, [tally, census]);
});

afterEach(async () => {
  await progress.close();
  await sql.destroy();
  await database.drop();
});

/** Waits until the one session that follows the checkpoints is in such a state, in SQL. */
const followerIs = (state: string) =>
  eventually(async () => {
    const sessions = await sql.query<unknown[]>(
      `select 1 from pg_stat_activity where application_name = 'ledger progress' and datname = current_database()
       and ${state}`,
    );
    return sessions.length === 1;
  });

const listening = () => followerIs(`state = 'idle' and query like '%projection_checkpoint%'`);
const looking = () => followerIs(`wait_event_type = 'Lock'`);

/** Announces something during each look at the checkpoints until `done`, as on a ledger that is never idle. */
async function announceWithEachLook(announcement: Announcement, done: Promise<unknown>): Promise<void> {
  let isDone = false;
  void done.finally(() => (isDone = true));
  const holder = sql.createQueryRunner();
  while (!isDone) {
    await holder.startTransaction();
    await holder.query('lock table ledger.projection_checkpoint in access exclusive mode');
    await Promise.race([looking(), done]);
    await sql.query('select pg_notify($1, $2)', [PROGRESS_CHANNEL, JSON.stringify(announcement)]);
    await holder.commitTransaction();
  }
  await holder.release();
}

describe('progress', () => {
  it('answers at once what has been reached already', async () => {
    expect(await progress.waitFor(0n, 0)).toBe(true);
    await moveCheckpoints(sql, [tally, census], START, at(2));
    await eventually(() => progress.current().seq === 2n);
    expect(progress.current()).toEqual(at(2));
    expect(await progress.waitFor(200n, 0)).toBe(true);
    expect(await progress.waitFor(201n, 0)).toBe(false);
  });

  it('wakes who waits as soon as the slowest projection has passed', async () => {
    await listening();
    const reached = progress.waitFor(150n, 10_000);
    await moveCheckpoints(sql, [tally], START, at(2));
    expect(await progress.waitFor(150n, 50)).toBe(false);
    await moveCheckpoints(sql, [census], START, at(2));
    expect(await reached).toBe(true);
  });

  it('is told of each move, rather than finding out by looking once a second', async () => {
    await listening();
    const begun = Date.now();
    for (let seq = 1; seq <= 8; seq += 1) {
      await moveCheckpoints(sql, [tally, census], at(seq - 1), at(seq));
      expect(await progress.waitFor(BigInt(seq * 100), 10_000)).toBe(true);
    }
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  it('learns from a look what it was not told meanwhile', async () => {
    await moveSilently(200);
    await progress.close();
    progress = openProgress(database.url, [tally, census]);
    const learnt = Promise.all([progress.waitFor(200n, 5_000), progress.waitFor(500n, 5_000, [tally])]);
    const told = { schemas: [schemaOf(tally)], seq: '5', position: '500', recordedAt: null };
    await announceWithEachLook(told, learnt);
    expect(await learnt).toEqual([true, true]);
    expect(progress.current().position).toBe(200n);
  });

  it('says so when the wait is over before', async () => {
    await listening();
    const begun = Date.now();
    expect(await progress.waitFor(1n, 100)).toBe(false);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(95);
  });

  it('finds out what it was not told', async () => {
    await listening();
    const reached = progress.waitFor(700n, 10_000);
    await moveSilently(700);
    expect(await reached).toBe(true);
  });

  it('comes back when its connection is cut', async () => {
    await listening();
    await sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'ledger progress' and datname = current_database()`,
    );
    const reached = progress.waitFor(300n, 10_000);
    await moveCheckpoints(sql, [tally, census], START, at(3));
    expect(await reached).toBe(true);
    await listening();
    await moveCheckpoints(sql, [tally, census], at(3), at(4));
    expect(await progress.waitFor(400n, 500)).toBe(true);
  });

  it('lets nobody wait on after it is closed', async () => {
    await listening();
    const reached = progress.waitFor(1n, 60_000);
    await progress.close();
    expect(await reached).toBe(false);
  });
});
