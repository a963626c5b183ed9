import { type Sql } from '#libs/database';
import { type Page, cursorOf, pageOf, placeOf, selectRows, tableOf } from '#libs/read-models';
import { unitNames } from '#libs/units';
import { type Day, type UnitCode } from '#libs/values';
import { type BatchKind } from '../../domain/batch.events.js';
import { BatchRow, ListingRow } from '../../projections/batch-register/batch.entities.js';
import { talliesOf } from '../listings.query.js';
import { type ShownBatch, shownBatch } from '../shown-batch.js';

/** Which batches, newest first; `from` and `to` (inclusive) bound the day they were meant for, `on` what was reached. */
export interface BatchesQuestion {
  readonly on: Day;
  readonly asOf: bigint;
  readonly kind?: BatchKind;
  readonly unit?: UnitCode;
  readonly from?: Day;
  readonly to?: Day;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only batches that this unit organizes, or has projects in; of the latter only its own projects. */
  readonly visibleUnit?: UnitCode;
}

/** The condition that the unit `$1` organizes a batch or has a project in it. Absent, all may be seen. */
export const VISIBLE = `($1::text is null or unit = $1 or exists (
  select from ${tableOf(ListingRow).name} listing where listing.batch = id and listing.unit = $1
))`;

/** One page of batches with their rates. @throws Refusal CURSOR.INVALID */
export async function listBatches(sql: Sql, question: BatchesQuestion): Promise<Page<ShownBatch>> {
  const { on, asOf, kind, unit, from, to, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    BatchRow,
    `${VISIBLE} and planned_seq <= $2 and ($3::text is null or kind = $3) and ($4::text is null or unit = $4)
     and ($5::date is null or planned_for >= $5) and ($6::date is null or planned_for <= $6)
     and ($7::bigint is null or planned_seq < $7) order by planned_seq desc limit $8`,
    ...[visibleUnit, asOf, kind, unit, from, to, before, limit + 1],
  );
  const page = pageOf(rows, limit, ({ plannedSeq }) => cursorOf(plannedSeq));
  const ids = page.rows.map(({ id }) => id);
  const tallies = Map.groupBy(await talliesOf(sql, ids, question), ({ batch }) => batch);
  const units = page.rows.map((row) => row.unit);
  const context = { asOf, nameOf: await unitNames(sql, units, { on, asOf }) };
  return { ...page, rows: page.rows.map((row) => shownBatch(row, tallies.get(row.id) ?? [], context)) };
}
