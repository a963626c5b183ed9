import { type Sql } from '#libs/database';
import { type Page, cursorOf, pageOf, placeOf, selectRows } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { type AdmissionOutcome, AdmissionRow } from '../../projections/admission-register/admission.entity.js';

/** Which projects, the last reviewed first; `cursor` is the `next` of the page before. */
export interface AdmissionsQuestion {
  readonly unit?: UnitCode;
  readonly outcome?: AdmissionOutcome;
  /** Rows a page, from 1. */
  readonly limit: number;
  readonly cursor?: string;
  /** Only this unit's projects can be seen. */
  readonly visibleUnit?: UnitCode;
}

export type ListedAdmission = Omit<AdmissionRow, 'unit' | 'seq'> & { readonly unit: NamedUnit };

/** One page of projects with the outcome of their last review. @throws Refusal CURSOR.INVALID */
export async function listAdmissions(sql: Sql, question: AdmissionsQuestion): Promise<Page<ListedAdmission>> {
  const { unit, outcome, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    AdmissionRow,
    `($1::text is null or unit = $1) and ($2::text is null or unit = $2) and ($3::text is null or outcome = $3)
     and ($4::bigint is null or seq < $4)
     order by seq desc limit $5`,
    unit,
    visibleUnit,
    outcome,
    before,
    limit + 1,
  );
  const page = pageOf(rows, limit, ({ seq }) => cursorOf(seq));
  const nameOf = await unitNames(
    sql,
    page.rows.map((row) => row.unit),
  );
  return { ...page, rows: page.rows.map(({ seq, ...row }) => ({ ...row, unit: nameOf(row.unit) })) };
}
