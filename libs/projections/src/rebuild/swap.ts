import { setTimeout as delay } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { type Sql } from '#libs/database';
import { type ProjectionId, readCheckpoints } from '../checkpoint.js';
import { schemaOf } from '../projection.js';
import { type Shadow } from './shadow.js';

/** How long the common reader is held at most; within the time after which the server ends an idle transaction. */
const LONGEST_HOLD_MS = 5_000;
const LOOK_MS = 10;

/**
 * Puts a shadow's tables in the place of those they were made to replace, in one transaction. That holds the common
 * reader until the shadow has read as far; `stopShadow` then stands it still. Queries go on: one that began before sees
 * the old tables to its end.
 * @throws Error when the shadow doesn't get there in time; nothing has changed then.
 */
export async function swap(database: DataSource, shadow: Shadow, stopShadow: () => Promise<void>): Promise<void> {
  const [own, old] = [schemaOf(shadow.of), schemaOf(retired(shadow.of))];
  await dropRetired(database, shadow.of);
  await database.transaction(async (sql) => {
    const seq = await lockedSeq(sql, shadow.of);
    await untilReached(database, shadow, seq);
    await stopShadow();
    await sql.query(`alter schema "${own}" rename to "${old}"`);
    await sql.query(`alter schema "${schemaOf(shadow)}" rename to "${own}"`);
    await takeOverCheckpoint(sql, shadow);
  });
  await dropRetired(database, shadow.of);
}

const retired = ({ name, version }: ProjectionId): ProjectionId => ({ name: `${name}-old`, version });

/** Waits for queries that still read there. */
const dropRetired = (sql: Sql, projection: ProjectionId): Promise<unknown> =>
  sql.query(`drop schema if exists "${schemaOf(retired(projection))}" cascade`);

async function lockedSeq(sql: Sql, { name, version }: ProjectionId): Promise<bigint> {
  const [row] = await sql.query<{ seq: string }[]>(
    'select seq from ledger.projection_checkpoint where projection = $1 and version = $2 for update',
    [name, version],
  );
  return BigInt(row!.seq);
}

async function untilReached(database: DataSource, shadow: Shadow, seq: bigint): Promise<void> {
  const deadline = Date.now() + LONGEST_HOLD_MS;
  for (;;) {
    const checkpoint = (await readCheckpoints(database)).get(schemaOf(shadow));
    if (checkpoint && checkpoint.seq >= seq) return;
    if (Date.now() > deadline) throw new Error(`the rebuilt tables did not reach ${seq} in time`);
    await delay(LOOK_MS);
  }
}

/**
 * The tables are as far as the shadow had read, and lack what was parked for it. Where that is further than the
 * projector, this fences it: it begins again from here.
 */
async function takeOverCheckpoint(sql: Sql, { name, version, of }: Shadow): Promise<void> {
  await sql.query(
    `update ledger.projection_checkpoint own
     set seq = shadow.seq, position = greatest(own.position, shadow.position), recorded_at = shadow.recorded_at,
       parked = shadow.parked, interventions = own.interventions + 1, stopped_at = null, stopped_for = null, updated_at = now()
     from ledger.projection_checkpoint shadow
     where own.projection = $1 and own.version = $2 and shadow.projection = $3 and shadow.version = $2`,
    [of.name, version, name],
  );
  await sql.query('delete from ledger.parked_event where projection = $1 and version = $2', [of.name, version]);
  await sql.query('update ledger.parked_event set projection = $1 where projection = $3 and version = $2', [
    of.name,
    version,
    name,
  ]);
  await sql.query('delete from ledger.projection_checkpoint where projection = $1 and version = $2', [name, version]);
}
