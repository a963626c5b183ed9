import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { AuditEntryRow } from '../../projections/audit-trail/audit-entry.entity.js';

/** The seq of each of the given events that the log has; of a unit's own events only when `visibleUnit` is given. */
export async function seqsOfEvents(
  sql: Sql,
  eventIds: readonly string[],
  visibleUnit?: UnitCode,
): Promise<Map<string, bigint>> {
  const entries = await sql.query<{ eventId: string; seq: string }[]>(
    `select event_id as "eventId", seq from ${tableOf(AuditEntryRow).name}
     where event_id = any($1) and ($2::text is null or unit = $2)`,
    [eventIds, visibleUnit],
  );
  return new Map(entries.map(({ eventId, seq }) => [eventId, BigInt(seq)]));
}
