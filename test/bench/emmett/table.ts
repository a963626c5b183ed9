import type { Measurement } from '../support/rounds.js';

/** Work for either side. */
export interface Projecting {
  /** A Postgres on which databases can be made, and the process whose children it is. */
  readonly serverUrl: string;
  readonly serverPid: number;
  readonly events: number;
  /** Events in a transaction. */
  readonly page: number;
}

/** What was measured, and what is in the table then. */
export interface Projected extends Measurement {
  readonly months: number;
  readonly digest: string;
}

interface Session {
  query(text: string): Promise<{ rows: { months: number; digest: string }[] }>;
}

/** How many reports the table counts, and a digest of its rows. */
export async function tableOf(session: Session, table: string): Promise<Pick<Projected, 'months' | 'digest'>> {
  const { rows } = await session.query(
    `select coalesce(sum(months), 0)::int as months,
       md5(coalesce(string_agg(concat_ws(' ', project, unit, months, investment), ',' order by project), '')) as digest
     from ${table}`,
  );
  const [row] = rows;
  if (!row) throw new Error(`${table} gives no sum`);
  return row;
}
