import { type Sql } from '#libs/database';
import { Refusal } from '#libs/eventsourcing';
import { selectRows } from '#libs/read-models';
import { type Scheme } from '../../domain/scheme.js';
import { SchemeRow } from '../../projections/scheme-register/scheme.entity.js';

/**
 * A scheme as published by the seq `asOf`: the stated version, or the latest.
 * @throws Refusal SCHEME.UNKNOWN
 */
export async function publishedScheme(
  sql: Sql,
  { code, version }: { readonly code: string; readonly version?: number },
  asOf: bigint,
): Promise<Scheme> {
  const known =
    'code = $1 and published_seq <= $2 and ($3::numeric is null or version = $3) order by version desc limit 1';
  const [row] = await selectRows(sql, SchemeRow, known, code, asOf, version);
  if (row) return row.scheme;
  const which = version === undefined ? '' : `第 ${version} 版`;
  throw new Refusal('not-found', 'SCHEME.UNKNOWN', `没有已发布的考核方案“${code}”${which}`, 'scheme');
}
