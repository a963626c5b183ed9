import { type Sql } from '#libs/database';
import { arrayLiteral } from './array-literal.js';
import { type Entity, type Table, tableOf } from './tables.js';

/** The entity's rows for which `condition` holds (SQL over its columns, `$1`, `$2` … for `values`). */
export function selectRows<Row extends object>(
  sql: Sql,
  entity: Entity<Row>,
  condition: string,
  ...values: unknown[]
): Promise<Row[]> {
  const { name, selection } = tableOf(entity);
  return sql.query<Row[]>(`select ${selection} from ${name} where ${condition}`, values);
}

/** Adds rows with one statement, however many there are. */
export const insertRows = <Row extends object>(sql: Sql, entity: Entity<Row>, rows: readonly Row[]): Promise<void> =>
  write(sql, tableOf(entity), rows, '');

/** Adds rows or, where a row with the same primary key exists, replaces it; one statement. Keys in `rows` differ. */
export function upsertRows<Row extends object>(sql: Sql, entity: Entity<Row>, rows: readonly Row[]): Promise<void> {
  const table = tableOf(entity);
  const keys = table.columns.filter(({ key }) => key).map(({ name }) => name);
  const rest = table.columns.filter(({ key }) => !key).map(({ name }) => `${name} = excluded.${name}`);
  return write(sql, table, rows, `on conflict (${keys.join(', ')}) do update set ${rest.join(', ')}`);
}

async function write<Row extends object>(sql: Sql, table: Table, rows: readonly Row[], onConflict: string) {
  if (rows.length === 0) return;
  const names = table.columns.map(({ name }) => name).join(', ');
  // In the select list they are walked through together; in the from clause each would be written out beforehand.
  const cells = table.columns.map(({ type }, index) => `unnest($${index + 1}::${type}[])`).join(', ');
  const values = table.columns.map(({ property }) => arrayLiteral(rows, property as keyof Row));
  await sql.query(`insert into ${table.name} (${names}) select ${cells} ${onConflict}`, values);
}
