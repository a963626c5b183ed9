import { type Sql } from '#libs/database';
import { type Projection, schemaOf } from './projection.js';
import { isShadow } from './rebuild/shadow.js';

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
  /** Of a projection's versions one is current; the others are outdated, or being built. */
  readonly current: boolean;
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
  readonly schema: string;
  readonly seq: string;
  readonly position: string;
  readonly recorded_at: Date | null;
  readonly current: boolean;
  readonly parked: number;
  readonly stopped_at: Date | null;
  readonly stopped_for: string | null;
}

/** `schemaOf`, as SQL over a table with the columns projection and version. */
export const SCHEMA = `replace(projection, '-', '_') || '_v' || version`;
const ROWS = `(select *, ${SCHEMA} as schema from ledger.projection_checkpoint)`;

/** The session setting that says what its process was built for (see `builtFor`). */
const BUILT_FOR = 'ledger.read_models';

/**
 * The schemas of the projections that count, as an SQL array: those of parameter $1, else those that the process was
 * built for, else the current ones. An outdated version, or one being built, never holds anybody's as-of back.
 */
export const OWN = `coalesce(
  $1::text[], string_to_array(nullif(current_setting('${BUILT_FOR}', true), ''), ','),
  array(select schema from ${ROWS} each where current))`;

/** Settings for the database sessions of a process whose answers draw on these versions of the projections. */
export const builtFor = (projections: readonly ProjectionId[]): Record<string, string> => ({
  [BUILT_FOR]: projections.map(schemaOf).join(','),
});

/** All checkpoints that exist, by schema name. */
export async function readCheckpoints(sql: Sql): Promise<Map<string, StoredCheckpoint>> {
  return checkpointsOf(await sql.query<Row[]>(`select * from ${ROWS} each`));
}

/** The checkpoints of certain projections, or of those that count for this session; one that is missing is at START. */
export async function readOwnCheckpoints(sql: Sql, of?: readonly ProjectionId[]) {
  const rows = await sql.query<Row[]>(
    `select own.schema, coalesce(seq, 0) as seq, coalesce(position, 0) as position, recorded_at,
       coalesce(current, false) as current, coalesce(parked, 0) as parked, stopped_at, stopped_for
     from unnest(${OWN}) as own (schema) left join ${ROWS} each on each.schema = own.schema`,
    [of?.map(schemaOf) ?? null],
  );
  return checkpointsOf(rows);
}

/** How many events up to `seq` are set aside for those projections, so that answers as of then lack them. */
export async function parkedUpTo(sql: Sql, seq: bigint, of?: readonly ProjectionId[]): Promise<number> {
  const [row] = await sql.query<{ parked: number }[]>(
    `select count(*)::int as parked from ledger.parked_event where seq <= $2 and ${SCHEMA} = any(${OWN})`,
    [of?.map(schemaOf) ?? null, seq],
  );
  return row?.parked ?? 0;
}

const checkpointsOf = (rows: readonly Row[]): Map<string, StoredCheckpoint> =>
  new Map(rows.map((row) => [row.schema, checkpointOf(row)]));

const checkpointOf = (row: Row): StoredCheckpoint => ({
  seq: BigInt(row.seq),
  position: BigInt(row.position),
  recordedAt: row.recorded_at,
  current: row.current,
  parked: row.parked,
  ...(row.stopped_at && { stopped: { at: row.stopped_at, fault: row.stopped_for ?? '' } }),
});

/** Gives new projections their checkpoints, at the start of the log. The first version of its name is current. */
export const insertCheckpoints = (sql: Sql, projections: readonly Projection[]): Promise<unknown> =>
  sql.query(
    `insert into ledger.projection_checkpoint (projection, version, seq, position, current)
     select name, version, 0, 0, not shadow and not exists (
       select from ledger.projection_checkpoint other where other.projection = name)
     from unnest($1::text[], $2::int[], $3::boolean[]) as p (name, version, shadow)`,
    [...columnsOf(projections), projections.map(isShadow)],
  );

/** Lets these versions be the current ones, from now on and all at once; a newer one stays so. */
export const makeCurrent = (sql: Sql, projections: readonly Projection[]): Promise<unknown> =>
  sql.query(
    `update ledger.projection_checkpoint c set current = (c.version = p.version)
     from unnest($1::text[], $2::int[]) as p (name, version)
     where c.projection = p.name and c.current <> (c.version = p.version) and not exists (
       select from ledger.projection_checkpoint newer
       where newer.projection = p.name and newer.current and newer.version > p.version)`,
    columnsOf(projections.filter((projection) => !isShadow(projection))),
  );

/** What a checkpoint says besides its place, read after its row was locked, so that nobody else changes it. */
export interface Held {
  /** How many events are parked. */
  readonly parked: number;
  /** How often someone else than its projector has written to the projection's tables. */
  readonly interventions: number;
}

/**
 * Moves checkpoints by compare-and-set and announces it when the transaction commits.
 * @returns what they say besides, by schema.
 * @throws FencedError when any of them isn't at `from.seq`; the transaction must then be rolled back.
 */
export async function moveCheckpoints(
  sql: Sql,
  projections: readonly ProjectionId[],
  from: Checkpoint,
  to: Checkpoint,
): Promise<Map<string, Held>> {
  const announcement: Announcement = {
    schemas: projections.map(schemaOf),
    seq: String(to.seq),
    position: String(to.position),
    recordedAt: to.recordedAt?.toISOString() ?? null,
  };
  const moved = await sql.query<(ProjectionId & Held)[]>(
    `with moved as (
       update ledger.projection_checkpoint c
       set seq = $4, position = greatest(c.position, $5), recorded_at = $6, updated_at = now()
       from unnest($1::text[], $2::int[]) as p (name, version)
       where c.projection = p.name and c.version = p.version and c.seq = $3 and c.stopped_at is null
       returning c.projection as name, c.version, c.parked, c.interventions
     )
     select *, pg_notify('${PROGRESS_CHANNEL}', $7) from moved`,
    [...columnsOf(projections), from.seq, to.seq, to.position, to.recordedAt, JSON.stringify(announcement)],
  );
  if (moved.length !== projections.length) throw new FencedError(from);
  return new Map(moved.map((held) => [schemaOf(held), held]));
}

/** Says that someone else than the projector has written to the tables, in the transaction in which that happens. */
export const countIntervention = (sql: Sql, { name, version }: ProjectionId): Promise<unknown> =>
  sql.query(
    `update ledger.projection_checkpoint set interventions = interventions + 1 where projection = $1 and version = $2`,
    [name, version],
  );

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
