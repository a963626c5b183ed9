import { type Sql } from '#libs/database';
import { type Checkpoint, type ProjectionId, START, readCheckpoints } from './checkpoint.js';
import { schemaOf } from './projection.js';

/** How far the read models have got, and how many events are set aside in them. */
export interface Known extends Checkpoint {
  readonly parked: number;
}

/**
 * How far the read models have got: the lowest of their checkpoints, so that everything up to it can be seen.
 * @param of the projections that the answer draws on; all that have a checkpoint when left out.
 */
export async function asOfNow(sql: Sql, of?: readonly ProjectionId[]): Promise<Known> {
  const checkpoints = chosen(await readCheckpoints(sql), of);
  return {
    ...lowest(checkpoints),
    parked: checkpoints.reduce((sum, each) => sum + ('parked' in each ? each.parked : 0), 0),
  };
}

/** How many events up to `seq` are set aside, so that answers as of then lack them. */
export async function parkedUpTo(sql: Sql, seq: bigint, of?: readonly ProjectionId[]): Promise<number> {
  const [row] = await sql.query<{ parked: number }[]>(
    `select count(*)::int as parked from ledger.parked_event
     where seq <= $1 and ($2::text[] is null or (projection, version) in (select * from unnest($2, $3::int[])))`,
    [seq, of?.map(({ name }) => name), of?.map(({ version }) => version)],
  );
  return row?.parked ?? 0;
}

/** The checkpoints (by schema name) of certain projections, at the log's start where one is missing; or all. */
export const chosen = <Place extends Checkpoint>(
  checkpoints: ReadonlyMap<string, Place>,
  of?: readonly ProjectionId[],
): (Place | Checkpoint)[] =>
  of ? of.map((projection) => checkpoints.get(schemaOf(projection)) ?? START) : [...checkpoints.values()];

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
