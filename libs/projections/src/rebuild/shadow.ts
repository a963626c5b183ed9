import { type Sql } from '#libs/database';
import { type Projection, schemaOf } from '../projection.js';

/** A second copy of a projection's tables in a schema of its own, built anew while the first is read. */
export interface Shadow extends Projection {
  readonly of: Projection;
}

export const isShadow = (projection: Projection): projection is Shadow => 'of' in projection;

const SUFFIX = '-rebuild';

/** The projection that a checkpoint's name is a shadow of; undefined for any other name. */
export const shadowedBy = (name: string): string | undefined =>
  name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : undefined;

/** The same projection over other tables: all it says to the database goes to the other schema. */
export function shadowOf(projection: Projection): Shadow {
  const shadow = { ...projection, name: `${projection.name}${SUFFIX}`, of: projection };
  const schema = new RegExp(`\\b${schemaOf(projection)}\\b`, 'g');
  return {
    ...shadow,
    apply: (events, sql, memory) =>
      projection.apply(
        events,
        {
          query: <Rows>(text: string, values?: unknown[]) =>
            sql.query<Rows>(text.replaceAll(schema, schemaOf(shadow)), values),
        },
        memory,
      ),
  };
}

/** Makes the shadow's tables in its empty schema, like those that it is to replace. */
export async function createShadowTables(sql: Sql, shadow: Shadow): Promise<void> {
  const tables = await sql.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = $1 and table_type = 'BASE TABLE'`,
    [schemaOf(shadow.of)],
  );
  for (const { name } of tables)
    await sql.query(
      `create table "${schemaOf(shadow)}"."${name}" (like "${schemaOf(shadow.of)}"."${name}" including all)`,
    );
}
