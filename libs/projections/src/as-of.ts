import { type Sql } from '#libs/database';
import { type Checkpoint, type ProjectionId, START, readOwnCheckpoints } from './checkpoint.js';

/** How far the read models have got, and how many events are set aside in them. */
export interface Known extends Checkpoint {
  readonly parked: number;
}

/**
 * How far the read models have got: the lowest of their checkpoints, so that everything up to it can be seen.
 * @param of the projections that the answer draws on; when left out, those that this process was built for.
 */
export async function asOfNow(sql: Sql, of?: readonly ProjectionId[]): Promise<Known> {
  const checkpoints = [...(await readOwnCheckpoints(sql, of)).values()];
  return { ...lowest(checkpoints), parked: checkpoints.reduce((sum, { parked }) => sum + parked, 0) };
}

/** The lowest of the checkpoints; the start of the log when there is none. */
export function lowest(checkpoints: Iterable<Checkpoint>): Checkpoint {
  let low: Checkpoint | undefined;
  for (const { seq, position, recordedAt } of checkpoints)
    if (!low || isBefore({ seq, position }, low)) low = { seq, position, recordedAt };
  return low ?? START;
}

type Place = Pick<Checkpoint, 'seq' | 'position'>;

const isBefore = (one: Place, other: Place): boolean =>
  one.seq < other.seq || (one.seq === other.seq && one.position < other.position);
