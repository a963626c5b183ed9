import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { AuditEntryRow } from '../../projections/audit-trail/audit-entry.entity.js';

/** The revisions, as text, that streams stood at when everything up to the seq `asOf` was known. */
export async function revisionsAt(sql: Sql, streams: readonly string[], asOf: bigint): Promise<Map<string, string>> {
  const rows = await sql.query<{ stream: string; revision: string }[]>(
    `select asked.stream, last.revision from unnest($2::text[]) asked (stream) cross join lateral (
       select revision from ${tableOf(AuditEntryRow).name} entry
       where entry.stream = asked.stream and seq <= $1 order by revision desc limit 1
     ) last`,
    [asOf, [...new Set(streams)]],
  );
  return new Map(rows.map(({ stream, revision }) => [stream, revision]));
}
