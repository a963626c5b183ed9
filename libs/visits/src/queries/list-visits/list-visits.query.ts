import { type Sql } from '#libs/database';
import { KNOWN_AT, type Page, type Versioned, cursorOf, pageOf, placeOf, selectRows } from '#libs/read-models';
import { type NamedUnit, type UnitNaming, unitNames } from '#libs/units';
import { type Month, type UnitCode } from '#libs/values';
import { type VisitKind } from '../../domain/visit.events.js';
import { VisitRow } from '../../projections/visit-register/visit.entity.js';

/** Which visits as known at the seq `asOf`, the last logged first. `month` is that of the last day, `cursor` the `next` of the page before. */
export interface VisitsQuestion {
  readonly asOf: bigint;
  readonly unit?: UnitCode;
  readonly kind?: VisitKind;
  /** The account or office of the leader. */
  readonly leader?: string;
  readonly month?: Month;
  readonly project?: string;
  readonly lead?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  readonly cursor?: string;
  /** Only this unit's visits can be seen. */
  readonly visibleUnit?: UnitCode;
}

export type ListedVisit = Omit<VisitRow, 'unit' | 'seq' | keyof Versioned> & { readonly unit: NamedUnit };

/** One page of visits. @throws Refusal CURSOR.INVALID */
export async function listVisits(sql: Sql, question: VisitsQuestion): Promise<Page<ListedVisit>> {
  const { asOf, unit, kind, leader, month, project, lead, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    VisitRow,
    `${KNOWN_AT} and seq <= $1 and ($2::text is null or unit = $2) and ($3::text is null or unit = $3)
     and ($4::text is null or kind = $4) and ($5::text is null or leader = $5)
     and ($6::date is null or last_day >= $6 and last_day < $6 + interval '1 month')
     and ($7::text is null or projects @> jsonb_build_array($7::text))
     and ($8::text is null or leads @> jsonb_build_array($8::text))
     and ($9::bigint is null or seq < $9)
     order by seq desc limit $10`,
    ...[asOf, unit, visibleUnit, kind, leader, month && `${month}-01`, project, lead, before],
    limit + 1,
  );
  const page = pageOf(rows, limit, ({ seq }) => cursorOf(seq));
  const nameOf = await unitNames(
    sql,
    page.rows.map((row) => row.unit),
    { asOf },
  );
  return { ...page, rows: page.rows.map((row) => shown(row, nameOf)) };
}

const shown = ({ seq, fromSeq, untilSeq, ...row }: VisitRow, nameOf: UnitNaming): ListedVisit => ({
  ...row,
  unit: nameOf(row.unit),
});
