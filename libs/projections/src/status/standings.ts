import { type Sql } from '#libs/database';
import { OWN, SCHEMA } from '../checkpoint.js';
import { shadowedBy } from '../rebuild/shadow.js';

/** What a version of a projection is there for: a `rebuild` replaces the tables of the version that is current. */
export type Role = 'current' | 'outdated' | 'building' | 'rebuild';

/** Where a projection stands, as the database has it. */
export interface Standing {
  readonly projection: string;
  readonly version: number;
  readonly role: Role;
  /** True when the answers of this process draw on it. */
  readonly counts: boolean;
  readonly seq: bigint;
  readonly position: bigint;
  readonly recordedAt: Date | null;
  readonly parked: number;
  readonly stopped?: { readonly at: Date; readonly fault: string };
  /** For how many milliseconds its checkpoint has not moved, by the database's clock. */
  readonly idleMs: number;
}

interface Row {
  readonly projection: string;
  readonly version: number;
  readonly current: boolean;
  readonly newest: boolean;
  readonly counts: boolean;
  readonly seq: string;
  readonly position: string;
  readonly recorded_at: Date | null;
  readonly parked: number;
  readonly stopped_at: Date | null;
  readonly stopped_for: string | null;
  readonly idle_ms: number;
}

/** Where every projection stands, by name and version. */
export async function readStandings(sql: Sql): Promise<Standing[]> {
  const rows = await sql.query<Row[]>(
    `select *, ${SCHEMA} = any(${OWN}) as counts,
       version > coalesce((select max(version) from ledger.projection_checkpoint other
         where other.projection = each.projection and other.current), 0) as newest,
       (extract(epoch from now() - updated_at) * 1000)::float8 as idle_ms
     from ledger.projection_checkpoint each order by projection, version`,
    [null],
  );
  return rows.map((row) => ({
    projection: shadowedBy(row.projection) ?? row.projection,
    version: row.version,
    role: roleOf(row),
    counts: row.counts,
    seq: BigInt(row.seq),
    position: BigInt(row.position),
    recordedAt: row.recorded_at,
    parked: row.parked,
    ...(row.stopped_at && { stopped: { at: row.stopped_at, fault: row.stopped_for ?? '' } }),
    idleMs: row.idle_ms,
  }));
}

function roleOf({ projection, current, newest }: Row): Role {
  if (shadowedBy(projection) !== undefined) return 'rebuild';
  if (current) return 'current';
  return newest ? 'building' : 'outdated';
}
