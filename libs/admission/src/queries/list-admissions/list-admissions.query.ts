import { type Sql } from '#libs/database';
import { KNOWN_AT, type Page, type Versioned, cursorOf, pageOf, placeOf, selectRows } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { type AdmissionOutcome, AdmissionRow } from '../../projections/admission-register/admission.entity.js';

/** Which projects as known at the seq `asOf`, the last reviewed first; `cursor` is the `next` of the page before. */
export interface AdmissionsQuestion {
  readonly asOf: bigint;
  readonly unit?: UnitCode;
  readonly outcome?: AdmissionOutcome;
  /** Rows a page, from 1. */
  readonly limit: number;
  readonly cursor?: string;
  /** Only this unit's projects can be seen. */
  readonly visibleUnit?: UnitCode;
}

export type ListedAdmission = Omit<AdmissionRow, 'unit' | keyof Versioned> & { readonly unit: NamedUnit };

/** One page of projects with the outcome of their last review. @throws Refusal CURSOR.INVALID */
export async function listAdmissions(sql: Sql, question: AdmissionsQuestion): Promise<Page<ListedAdmission>> {
  const { asOf, unit, outcome, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    AdmissionRow,
    `${KNOWN_AT} and ($2::text is null or unit = $2) and ($3::text is null or unit = $3)
     and ($4::text is null or outcome = $4) and ($5::bigint is null or from_seq < $5)
     order by from_seq desc limit $6`,
    asOf,
    unit,
    visibleUnit,
    outcome,
    before,
    limit + 1,
  );
  const page = pageOf(rows, limit, ({ fromSeq }) => cursorOf(fromSeq));
  const nameOf = await unitNames(
    sql,
    page.rows.map((row) => row.unit),
    { asOf },
  );
  return { ...page, rows: page.rows.map(({ fromSeq, untilSeq, ...row }) => ({ ...row, unit: nameOf(row.unit) })) };
}
