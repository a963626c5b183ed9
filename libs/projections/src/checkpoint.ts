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

/** The checkpoints that exist, by schema name. */
export async function readCheckpoints(sql: Sql): Promise<Map<string, Checkpoint>> {
  type Row = { projection: string; version: number; seq: string; position: string; recorded_at: Date | null };
  const rows = await sql.query<Row[]>(
    'select projection, version, seq, position, recorded_at from ledger.projection_checkpoint',
  );
  return new Map(
    rows.map((row) => [
      schemaOf({ name: row.projection, version: row.version }),
      { seq: BigInt(row.seq), position: BigInt(row.position), recordedAt: row.recorded_at },
    ]),
  );
}

/** Gives new projections their checkpoints, at the start of the log. */
export const insertCheckpoints = (sql: Sql, projections: readonly ProjectionId[]): Promise<unknown> =>
  sql.query(
    `insert into ledger.projection_checkpoint (projection, version, seq, position)
     select *, 0, 0 from unnest($1::text[], $2::int[])`,
    columnsOf(projections),
  );

/**
 * Moves checkpoints by compare-and-set and announces it when the transaction commits.
 * @throws FencedError when any of them isn't at `from.seq`; the transaction must then be rolled back.
 */
export async function moveCheckpoints(
  sql: Sql,
  projections: readonly ProjectionId[],
  from: Checkpoint,
  to: Checkpoint,
): Promise<void> {
  const announcement: Announcement = {
    schemas: projections.map(schemaOf),
    seq: String(to.seq),
    position: String(to.position),
    recordedAt: to.recordedAt?.toISOString() ?? null,
  };
  const [result] = await sql.query<{ moved: number }[]>(
    `with moved as (
       update ledger.projection_checkpoint c
       set seq = $4, position = greatest(c.position, $5), recorded_at = $6, updated_at = now()
       from unnest($1::text[], $2::int[]) as p (name, version)
       where c.projection = p.name and c.version = p.version and c.seq = $3
       returning 1
     )
     select count(*)::int as moved, pg_notify('${PROGRESS_CHANNEL}', $7) from moved`,
    [...columnsOf(projections), from.seq, to.seq, to.position, to.recordedAt, JSON.stringify(announcement)],
  );
  if (result?.moved !== projections.length) throw new FencedError(from);
}

const columnsOf = (projections: readonly ProjectionId[]): [string[], number[]] => [
  projections.map(({ name }) => name),
  projections.map(({ version }) => version),
];
