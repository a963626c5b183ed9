import { workCalendarOf } from '#libs/calendar';
import { type Sql } from '#libs/database';
import { KNOWN_AT, selectRows } from '#libs/read-models';
import { type WorkCalendar } from '#libs/values';
import { CalendarRow } from '../projections/approvals/approval.entities.js';

/** The working days that approvals were counted by at the seq `asOf`. */
export const calendarKnownAt = async (sql: Sql, asOf: bigint): Promise<WorkCalendar> =>
  workCalendarOf(await selectRows(sql, CalendarRow, KNOWN_AT, asOf));
