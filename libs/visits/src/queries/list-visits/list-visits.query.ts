import { type Sql } from '#libs/database';
import { type Page, cursorOf, pageOf, placeOf, selectRows } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Month, type UnitCode } from '#libs/values';
import { type VisitKind } from '../../domain/visit.events.js';
import { VisitRow } from '../../projections/visit-register/visit.entity.js';

/** Which visits, the last logged first. `month` is that of the last day, `cursor` the `next` of the page before. */
export interface VisitsQuestion {
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

export type ListedVisit = Omit<VisitRow, 'unit' | 'seq' | 'stands'> & { readonly unit: NamedUnit };

/** One page of visits. @throws Refusal CURSOR.INVALID */
export async function listVisits(sql: Sql, question: VisitsQuestion): Promise<Page<ListedVisit>> {
  const { unit, kind, leader, month, project, lead, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    VisitRow,
    `stands and ($1::text is null or unit = $1) and ($2::text is null or unit = $2) and ($3::text is null or kind = $3)
     and ($4::text is null or leader = $4)
     and ($5::date is null or last_day >= $5 and last_day < $5 + interval '1 month')
     and ($6::text is null or projects @> jsonb_build_array($6::text))
     and ($7::text is null or leads @> jsonb_build_array($7::text))
     and ($8::bigint is null or seq < $8)
     order by seq desc limit $9`,
    ...[unit, visibleUnit, kind, leader, month && `${month}-01`, project, lead, before],
    limit + 1,
  );
  const page = pageOf(rows, limit, ({ seq }) => cursorOf(seq));
  const nameOf = await unitNames(
    sql,
    page.rows.map((row) => row.unit),
  );
  return { ...page, rows: page.rows.map(({ seq, stands, ...row }) => ({ ...row, unit: nameOf(row.unit) })) };
}
