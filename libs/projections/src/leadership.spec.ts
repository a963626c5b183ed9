import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/eventually.js';
import { ScriptedStore } from '../../../test/support/scripted-store.js';
import { tally } from '../../../test/support/tally.js';
import { asOfNow } from './as-of.js';
import { LOCK_SESSION, MORE, lead } from './leadership.js';
import { type Projector, runProjector } from './runner.js';

let database: TestDatabase;
let sql: DataSource;
const OURS = ['tally_v1', 'census_v1'];
const neverAborts = new AbortController().signal;

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
});

afterEach(async () => {
  await sql.destroy();
  await database.drop();
});

/** True once somebody has tried to take the lock in vain. */
const triedInVain = async () => {
  const sessions = await sql.query<unknown[]>(
    `select 1 from pg_stat_activity
     where application_name = $1 and datname = current_database() and state = 'idle' and query like '%advisory%'
     and pid not in (select pid from pg_locks where locktype = 'advisory' and granted)`,
    [LOCK_SESSION],
  );
  return sessions.length > 0;
};

/** Cuts the session that holds the lock. */
const dethrone = () =>
  sql.query(
    `select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name = $1 and a.datname = current_database()`,
    [LOCK_SESSION],
  );

describe('the lead', () => {
  it('is held by one at a time and passes on when released', async () => {
    const first = await lead(database.url, OURS, neverAborts);
    const waiting = lead(database.url, OURS, neverAborts);
    let leading = false;
    const second = waiting.then((leadership) => ((leading = true), leadership!));
    await eventually(triedInVain);
    expect(leading).toBe(false);
    await first!.release();
    expect((await second).over.aborted).toBe(false);
    await (await second).release();
  });

  it('is lost with its session', async () => {
    const first = await lead(database.url, OURS, neverAborts);
    await dethrone();
    await eventually(() => first!.over.aborted);
    const second = await lead(database.url, OURS, neverAborts);
    expect(second).toBeDefined();
    await Promise.all([first!.release(), second!.release()]);
  });

  it('is shared by two builds: each leads what the other does not, and all once it is alone', async () => {
    const older = await lead(database.url, OURS, neverAborts);
    const newer = await lead(database.url, ['tally_v2', 'census_v1'], neverAborts);
    expect(older!.of).toEqual(new Set(OURS));
    expect(newer!.of).toEqual(new Set(['tally_v2']));
    await older!.release();
    await eventually(() => newer!.over.aborted);
    expect(newer!.over.reason).toBe(MORE);
    await newer!.release();
    const alone = await lead(database.url, ['tally_v2', 'census_v1'], neverAborts);
    expect(alone!.of).toEqual(new Set(['tally_v2', 'census_v1']));
    await alone!.release();
  });

  it('is not waited for any longer than wanted', async () => {
    const first = await lead(database.url, OURS, neverAborts);
    const stopping = new AbortController();
    const waiting = lead(database.url, OURS, stopping.signal);
    stopping.abort();
    expect(await waiting).toBeUndefined();
    await first!.release();
  });
});

describe('two projectors on one database', () => {
  const logger = { info: () => undefined, warn: () => undefined };
  const run = (store: ScriptedStore): Projector =>
    runProjector({ store, databaseUrl: database.url, projections: [tally], logger, batchSize: 10 });

  it('take over from each other without a gap or a double, however often the lead is cut', async () => {
    const store = new ScriptedStore();
    const projectors = [run(store), run(store)];
    const leaders = new Set<Projector>();
    for (let round = 1; round <= 8 || leaders.size < 2; round += 1) {
      store.grow(50);
      const end = BigInt(store.events.length);
      await eventually(async () => (await asOfNow(sql, [tally]).catch(() => undefined))?.seq === end);
      leaders.add((await eventually(() => projectors.find((each) => each.status().leading)))!);
      await dethrone();
    }
    const rows = await sql.query<{ seq: string }[]>('select seq from tally_v1.entry order by seq');
    expect(rows.map(({ seq }) => Number(seq))).toEqual(store.events.map((_, index) => index + 1));
    await Promise.all(projectors.map((projector) => projector.stop()));
  });
});
