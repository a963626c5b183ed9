import { setTimeout as delay } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type EventStore } from '#libs/event-store';
import { type ProjectionId, type StoredCheckpoint, readCheckpoints } from '../checkpoint.js';
import { type Logger } from '../logger.js';
import { type Projection, schemaOf } from '../projection.js';
import { type Projector, runProjector } from '../runner.js';
import { type Standing, readStandings } from '../status/standings.js';
import { isShadow, shadowOf } from './shadow.js';
import { swap } from './swap.js';

/** What to rebuild, and on what. */
export interface RebuildOptions {
  readonly store: EventStore;
  readonly databaseUrl: string;
  readonly projection: Projection;
  readonly logger: Logger;
  /** Forgets what an earlier rebuild that was cut off has done: its code may have been another. */
  readonly fromStart?: boolean;
  /** Hears how many events have been read, of how many that the read models know. */
  readonly onProgress?: (seq: bigint, of: bigint) => void;
}

const LOOK_MS = 100;

/**
 * Builds a projection's tables anew from the log's first event, beside those that are read, and puts them in place. A
 * version that isn't current yet is built in its own schema and becomes current; one that is, or was, and may be read is
 * built in a shadow, which then takes its place. Cut off, it goes on where it was when called again.
 * @throws Error for a reaction, which has no tables, for a version that a newer one has replaced and that nobody keeps,
 * and whatever the database throws.
 */
export async function rebuild(options: RebuildOptions): Promise<void> {
  const { databaseUrl, projection, fromStart } = options;
  if (projection.entities.length === 0) throw new Error(`${projection.name} is a reaction and has no tables`);
  const database = await connectDatabase(databaseUrl, { applicationName: 'ledger rebuild', poolSize: 3 });
  try {
    const target = targetOf(projection, await readStandings(database));
    if (fromStart) await forget(database, target);
    const projector = runProjector({ ...options, projections: [target] });
    try {
      await untilBuilt(database, target, projector, options.onProgress);
      if (isShadow(target)) await swap(database, target, () => projector.stop());
    } finally {
      await projector.stop();
    }
  } finally {
    await database.destroy();
  }
}

/** What is built: nobody reads it before it is done. */
function targetOf(projection: Projection, standings: readonly Standing[]): Projection {
  const { name, version } = projection;
  const versions = standings.filter(({ projection, role }) => projection === name && role !== 'rebuild');
  const own = versions.find((each) => each.version === version);
  if (own) return own.role === 'building' ? projection : shadowOf(projection);
  const newer = versions.find((each) => each.role === 'current' && each.version > version);
  if (newer) throw new Error(`${name} is at version ${newer.version}; ${version} is no longer kept`);
  return projection;
}

async function untilBuilt(
  database: DataSource,
  target: Projection,
  projector: Projector,
  onProgress: RebuildOptions['onProgress'],
): Promise<void> {
  for (;;) {
    const checkpoints = await readCheckpoints(database);
    const own = checkpoints.get(schemaOf(target));
    onProgress?.(own?.seq ?? 0n, furthest(checkpoints));
    if (own?.stopped) throw new Error(`stopped at ${own.seq}: ${own.stopped.fault}`);
    // A version of its own becomes current by whichever projector has brought it up.
    if (isShadow(target) ? projector.status().live : own?.current) return;
    await delay(LOOK_MS);
  }
}

const furthest = (checkpoints: ReadonlyMap<string, StoredCheckpoint>): bigint =>
  [...checkpoints.values()].reduce((most, { seq }) => (seq > most ? seq : most), 0n);

/** Its tables go with the checkpoint: they are made anew where there is none. */
const forget = (database: DataSource, { name, version }: ProjectionId): Promise<unknown> =>
  database.transaction(async (sql) => {
    for (const table of ['parked_event', 'projection_checkpoint'])
      await sql.query(`delete from ledger.${table} where projection = $1 and version = $2`, [name, version]);
  });
