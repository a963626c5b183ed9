import { type Sql } from '#libs/database';
import { KNOWN_AT, selectRows } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day } from '#libs/values';
import { LeadRow } from '../projections/lead-register/lead-register.entities.js';

/** A lead that goes on in another: enough to tell it, and whose it was, without having a part in it. */
export interface MergedLead {
  readonly id: string;
  readonly title: string;
  readonly capturedUnit: NamedUnit;
  readonly capturedOn: Day;
  readonly mergedOn?: Day;
}

/** The leads merged into one, by a business day where one is given, as known at the seq `asOf`; in order of capture. */
export async function leadsMergedInto(
  sql: Sql,
  id: string,
  { on, asOf }: { readonly on?: Day; readonly asOf: bigint },
): Promise<MergedLead[]> {
  const rows = await selectRows(
    sql,
    LeadRow,
    `${KNOWN_AT} and merged_into = $2 and ($3::text is null or lead ->> 'mergedOn' <= $3)
     order by captured_on, captured_seq`,
    ...[asOf, id, on],
  );
  const nameOf = await unitNames(
    sql,
    rows.map(({ capturedUnit }) => capturedUnit),
    { on, asOf },
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.lead.title,
    capturedUnit: nameOf(row.capturedUnit),
    capturedOn: row.capturedOn,
    mergedOn: row.lead.mergedOn,
  }));
}
