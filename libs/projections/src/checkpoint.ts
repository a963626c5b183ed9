import { type Sql } from '#libs/database';
import { type Projection, schemaOf } from './projection.js';

/** A projection as its checkpoint names it. */
export type ProjectionId = Pick<Projection, 'name' | 'version'>;

/** A place in the log that has been read: the last event's ordinal and time, and the position passed, which may be later. */
export interface Checkpoint {
  readonly seq: bigint;
  readonly position: bigint;
  /** When the event at `seq` became known; null before the first. */
  readonly recordedAt: Date | null;
}

/** A checkpoint as it is kept. */
export interface StoredCheckpoint extends Checkpoint {
  /** How many events are set aside for the projection. */
  readonly parked: number;
  /** Since when and why the projection stands still, if it does. */
  readonly stopped?: { readonly at: Date; readonly fault: string };
}

/** Before the first event. */
export const START: Checkpoint = { seq: 0n, position: 0n, recordedAt: null };

/** Postgres channel on which moved checkpoints are announced, as `Announcement` in JSON. */
export const PROGRESS_CHANNEL = 'ledger_progress';

/** What is announced: the schemas whose checkpoints moved, and where to. */
export interface Announcement {
  readonly schemas: string[];
  readonly seq: string;
  readonly position: string;
  readonly recordedAt: string | null;
}

/** The checkpoint wasn't where this runner left it: another one works, and nothing of the batch may stay. */
export class FencedError extends Error {
  constructor(readonly from: Checkpoint) {
    super(`another projector has moved the checkpoints on from ${from.seq}`);
    this.name = 'FencedError';
  }
}

interface Row {
  readonly projection: string;
  readonly version: number;
  readonly seq: string;
  readonly position: string;
  readonly recorded_at: Date | null;
  readonly parked: number;
  readonly stopped_at: Date | null;
  readonly stopped_for: string | null;
}

/** The checkpoints that exist, by schema name. */
export async function readCheckpoints(sql: Sql): Promise<Map<string, StoredCheckpoint>> {
  const rows = await sql.query<Row[]>(
    `select projection, version, seq, position, recorded_at, parked, stopped_at, stopped_for
     from ledger.projection_checkpoint`,
  );
  return new Map(rows.map((row) => [schemaOf({ name: row.projection, version: row.version }), checkpointOf(row)]));
}

const checkpointOf = ({ seq, position, recorded_at, parked, stopped_at, stopped_for }: Row): StoredCheckpoint => ({
  seq: BigInt(seq),
  position: BigInt(position),
  recordedAt: recorded_at,
  parked,
  ...(stopped_at && { stopped: { at: stopped_at, fault: stopped_for ?? '' } }),
});

/** Gives new projections their checkpoints, at the start of the log. */
export const insertCheckpoints = (sql: Sql, projections: readonly ProjectionId[]): Promise<unknown> =>
  sql.query(
    `insert into ledger.projection_checkpoint (projection, version, seq, position)
     select *, 0, 0 from unnest($1::text[], $2::int[])`,
    columnsOf(projections),
  );

/**
 * Moves checkpoints by compare-and-set and announces it when the transaction commits.
 * @returns by schema, how many events are parked: read after the rows were locked, so that nobody else changes it.
 * @throws FencedError when any of them isn't at `from.seq`; the transaction must then be rolled back.
 */
export async function moveCheckpoints(
  sql: Sql,
  projections: readonly ProjectionId[],
  from: Checkpoint,
  to: Checkpoint,
): Promise<Map<string, number>> {
  const announcement: Announcement = {
    schemas: projections.map(schemaOf),
    seq: String(to.seq),
    position: String(to.position),
    recordedAt: to.recordedAt?.toISOString() ?? null,
  };
  const moved = await sql.query<{ projection: string; version: number; parked: number }[]>(
    `with moved as (
       update ledger.projection_checkpoint c
       set seq = $4, position = greatest(c.position, $5), recorded_at = $6, updated_at = now()
       from unnest($1::text[], $2::int[]) as p (name, version)
       where c.projection = p.name and c.version = p.version and c.seq = $3 and c.stopped_at is null
       returning c.projection, c.version, c.parked
     )
     select projection, version, parked, pg_notify('${PROGRESS_CHANNEL}', $7) from moved`,
    [...columnsOf(projections), from.seq, to.seq, to.position, to.recordedAt, JSON.stringify(announcement)],
  );
  if (moved.length !== projections.length) throw new FencedError(from);
  return new Map(moved.map(({ projection, version, parked }) => [schemaOf({ name: projection, version }), parked]));
}

/** Lets a projection stand still at `from` until it is started again by command. @throws FencedError */
export async function stopAt(sql: Sql, { name, version }: ProjectionId, from: Checkpoint, fault: string) {
  const stopped = await sql.query<[unknown[], number]>(
    `update ledger.projection_checkpoint set stopped_at = now(), stopped_for = $4
     where projection = $1 and version = $2 and seq = $3 and stopped_at is null`,
    [name, version, from.seq, fault],
  );
  if (stopped[1] !== 1) throw new FencedError(from);
}

const columnsOf = (projections: readonly ProjectionId[]): [string[], number[]] => [
  projections.map(({ name }) => name),
  projections.map(({ version }) => version),
];
