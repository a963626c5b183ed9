import { type Sql } from '#libs/database';
import {
  KNOWN_AT,
  type Page,
  containing,
  cursorOf,
  fewNamed,
  pageOf,
  placeOf,
  selectRows,
  sortedBy,
} from '#libs/read-models';
import { unitNames } from '#libs/units';
import { type Day, type Money, type UnitCode, addDays } from '#libs/values';
import { OPEN_STAGES, type ReserveStage } from '../../domain/reserve.state.js';
import { ReserveNameRow, ReserveRow } from '../../projections/reserve-list/reserve.entity.js';
import { type ShownEntry, shownEntry } from '../shown-entry.js';

/**
 * Which entries, newest first, as known at the seq `asOf`. Money in 万元, inclusive; `idleDays` keeps to open entries idle
 * so long on the day `on`.
 */
export interface ReserveQuestion {
  readonly on: Day;
  readonly asOf: bigint;
  readonly unit?: UnitCode;
  readonly stage?: ReserveStage;
  readonly flagged?: boolean;
  readonly minInvestment?: Money;
  readonly plannedFrom?: Day;
  readonly plannedTo?: Day;
  readonly idleDays?: number;
  readonly q?: string;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only this unit's entries can be seen. */
  readonly visibleUnit?: UnitCode;
}

/** One page of the library. @throws Refusal CURSOR.INVALID */
export async function listReserve(sql: Sql, question: ReserveQuestion): Promise<Page<ShownEntry>> {
  const { on, asOf, flagged, idleDays, q, cursor, limit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const text = q === undefined ? undefined : containing(q);
  const few = text && (await fewNamed(sql, ReserveNameRow, text));
  const rows = await selectRows(
    sql,
    ReserveRow,
    `${KNOWN_AT} and planned_seq <= $1 and ($2::text is null or unit = $2) and ($3::text is null or unit = $3)
     and ($4::text is null or stage = $4)
     and ${flagged === undefined ? 'true' : `flagged_on is ${flagged ? 'not null' : 'null'}`} and ($5::text[] is null or id = any($5))
     and ($6::numeric is null or planned_investment >= $6)
     and ($7::date is null or planned_on >= $7) and ($8::date is null or planned_on <= $8)
     and ($9::date is null or (moved_on <= $9 and stage = any($10)))
     and ($11::text is null or ${text ? text.within('name', '$11') : 'true'}) and ($12::bigint is null or planned_seq < $12)
     order by ${question.plannedFrom ? sortedBy('planned_seq') : 'planned_seq'} desc limit $13`,
    asOf,
    question.unit,
    question.visibleUnit,
    question.stage,
    few,
    question.minInvestment,
    question.plannedFrom,
    question.plannedTo,
    idleDays === undefined ? undefined : addDays(on, -idleDays),
    OPEN_STAGES,
    text?.pattern,
    before,
    limit + 1,
  );
  const page = pageOf(rows, limit, ({ plannedSeq }) => cursorOf(plannedSeq));
  const units = page.rows.map(({ unit }) => unit);
  const nameOf = await unitNames(sql, units, { on, asOf });
  return { ...page, rows: page.rows.map((row) => shownEntry(row, on, nameOf)) };
}
