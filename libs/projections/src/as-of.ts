import { type Sql } from '#libs/database';
import { type Checkpoint, type ProjectionId, START, readCheckpoints } from './checkpoint.js';
import { schemaOf } from './projection.js';

/**
 * How far the read models have got: the lowest of their checkpoints, so that everything up to it can be seen.
 * @param of the projections that the answer draws on; all that have a checkpoint when left out.
 */
export async function asOfNow(sql: Sql, of?: readonly ProjectionId[]): Promise<Checkpoint> {
  return lowest(await readCheckpoints(sql), of);
}

/** The lowest of the checkpoints (by schema name); the start of the log when one is missing or there is none. */
export function lowest(checkpoints: ReadonlyMap<string, Checkpoint>, of?: readonly ProjectionId[]): Checkpoint {
  const chosen = of
    ? of.map((projection) => checkpoints.get(schemaOf(projection)) ?? START)
    : [...checkpoints.values()];
  return chosen.length === 0 ? START : chosen.reduce((low, next) => (isBefore(next, low) ? next : low));
}

const isBefore = (one: Checkpoint, other: Checkpoint): boolean =>
  one.seq < other.seq || (one.seq === other.seq && one.position < other.position);
