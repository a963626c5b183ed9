import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Scheme } from '../../domain/scheme.js';
import { SchemeRow } from '../../projections/scheme-register/scheme.entity.js';

/** A scheme as lists and results name it. */
export type SchemeSummary = Pick<Scheme, 'code' | 'name' | 'version' | 'period' | 'note'>;

/** The latest version of every scheme that was published by the seq `asOf`, in order of their codes. */
export async function listSchemes(sql: Sql, asOf: bigint): Promise<SchemeSummary[]> {
  const { name, selection } = tableOf(SchemeRow);
  const rows = await sql.query<SchemeRow[]>(
    `select distinct on (code collate "C") ${selection} from ${name} where published_seq <= $1
     order by code collate "C", version desc`,
    [asOf],
  );
  return rows.map(({ scheme }) => summaryOf(scheme));
}

export const summaryOf = ({ code, name, version, period, note }: Scheme): SchemeSummary => ({
  code,
  name,
  version,
  period,
  ...(note !== undefined && { note }),
});
