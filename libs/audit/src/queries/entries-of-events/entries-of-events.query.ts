import { type Sql } from '#libs/database';
import { selectRows } from '#libs/read-models';
import { type Day } from '#libs/values';
import { AuditEntryRow } from '../../projections/audit-trail/audit-entry.entity.js';

/** An event by what stands on its cover: when it became known, what kind it is, of what, of which day. */
export interface EventEntry {
  readonly seq: string;
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly occurredOn?: Day;
}

/** The entries of events by their ids. */
export async function entriesOfEvents(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, EventEntry>> {
  const rows = ids.length > 0 ? await selectRows(sql, AuditEntryRow, 'event_id = any($1::uuid[])', ids) : [];
  return new Map(
    rows.map(({ seq, eventId, type, stream, occurredOn }) => [
      eventId,
      { seq, eventId, type, stream, ...(occurredOn !== null && { occurredOn }) },
    ]),
  );
}
