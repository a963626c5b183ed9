import { type CalendarPublished } from '#libs/calendar';
import { type Sql } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { answeringAfter, projectIdOf } from '#libs/projects';
import { continuedStreams, selectRows } from '#libs/read-models';
import { approvalIdOf } from './approval-stream.js';
import { ApprovalRow, CalendarRow } from './approval.entities.js';
import { Register } from './register.js';

/** What is known so far of all that the events touch. */
export async function openRegister(events: readonly SequencedEvent[], sql: Sql): Promise<Register> {
  const ids = continuedStreams(events).flatMap((stream) => approvalIdOf(stream) ?? []);
  const handedOver = events
    .filter((event) => answeringAfter(event) !== undefined)
    .flatMap(({ stream }) => projectIdOf(stream) ?? []);
  const years = events
    .filter((event): event is SequencedEvent<CalendarPublished> => event.type === 'CalendarPublished')
    .map(({ data }) => data.year);
  const rows = await selectRows(
    sql,
    ApprovalRow,
    `until_seq is null and (id = any($1) or project = any($2) or (cardinality($3::int[]) > 0 and exists (
       select from unnest($3::int[]) year
       where year between extract(year from accepted_on) and extract(year from statutory_due_on)
     )))`,
    ids,
    handedOver,
    years,
  );
  const calendars = await selectRows(sql, CalendarRow, 'until_seq is null');
  return new Register(rows, calendars);
}
