import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Scheme } from '../../domain/scheme.js';
import { CertifiedInputRow } from '../../projections/input-register/input.entities.js';

/** The codes of whom something was certified for the scheme's period by the seq `asOf`, in their order. */
export async function certifiedSubjects(
  sql: Sql,
  { code, period }: Pick<Scheme, 'code' | 'period'>,
  asOf: bigint,
): Promise<string[]> {
  const rows = await sql.query<{ subject: string }[]>(
    `select distinct subject collate "C" as subject from ${tableOf(CertifiedInputRow).name}
     where scheme = $1 and period_from = $2 and period_to = $3 and seq <= $4 and subject <> '' order by 1`,
    [code, period.from, period.to, asOf],
  );
  return rows.map(({ subject }) => subject);
}
