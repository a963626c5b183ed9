import { type Sql } from '#libs/database';
import { type Sha256, sha256 } from '#libs/values';
import { type ProjectionId } from './checkpoint.js';
import { schemaOf } from './projection.js';

/**
 * SHA-256 over every table of a projection: two read models hold the same rows if, and only if, their digests are
 * equal, in whatever order the rows were written. Takes a scan and a sort of each table.
 */
export async function digestOfProjection(sql: Sql, projection: ProjectionId): Promise<Sha256> {
  const schema = schemaOf(projection);
  const tables = await sql.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = $1 and table_type = 'BASE TABLE' order by table_name collate "C"`,
    [schema],
  );
  const digests: string[] = [];
  for (const { name } of tables) digests.push(`${name} ${await digestOfTable(sql, schema, name)}\n`);
  return sha256(digests.join(''));
}

/** Over the sorted hashes of the rows: 32 bytes a row, whatever its width. */
async function digestOfTable(sql: Sql, schema: string, table: string): Promise<Sha256> {
  const [digest] = await sql.query<{ sha256: string }[]>(
    `select encode(sha256(coalesce(string_agg(hash, ''::bytea order by hash), ''::bytea)), 'hex') as sha256
     from (select sha256(convert_to(each::text, 'UTF8')) as hash from "${schema}"."${table}" as each) as rows`,
  );
  return digest!.sha256;
}
