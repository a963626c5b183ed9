import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { AuditEntryRow } from '../../projections/audit-trail/audit-entry.entity.js';

/** The seq of each event of a stream, by its revision; of a unit's own events only when `visibleUnit` is given. */
export async function seqsOfStream(sql: Sql, stream: string, visibleUnit?: UnitCode): Promise<Map<bigint, bigint>> {
  const entries = await sql.query<{ revision: string; seq: string }[]>(
    `select revision, seq from ${tableOf(AuditEntryRow).name}
     where stream = $1 and ($2::text is null or unit = $2) order by revision`,
    [stream, visibleUnit],
  );
  return new Map(entries.map(({ revision, seq }) => [BigInt(revision), BigInt(seq)]));
}
