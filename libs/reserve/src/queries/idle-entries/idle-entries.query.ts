import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Day, type UnitCode, addDays } from '#libs/values';
import { OPEN_STAGES } from '../../domain/reserve.state.js';
import { ReserveRow } from '../../projections/reserve-list/reserve.entity.js';

/** Which entries stood still for `idleDays` days or more on a day. */
export interface IdleQuestion {
  readonly on: Day;
  readonly idleDays: number;
  readonly unit?: UnitCode;
}

/** A review takes the stillest; what is left is found by the next. */
export const MOST_ENTRIES_A_REVIEW = 1000;

/** The ids of idle entries that no one has flagged, the stillest first, at most `MOST_ENTRIES_A_REVIEW`. */
export async function idleEntries(sql: Sql, { on, idleDays, unit }: IdleQuestion): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `select id from ${tableOf(ReserveRow).name}
     where until_seq is null and stage = any($1) and flagged_on is null and moved_on <= $2 and ($3::text is null or unit = $3)
     order by moved_on, planned_seq limit $4`,
    [OPEN_STAGES, addDays(on, -idleDays), unit, MOST_ENTRIES_A_REVIEW],
  );
  return rows.map(({ id }) => id);
}
