/** Something that runs SQL: a TypeORM `DataSource` or the `EntityManager` of a transaction. bigint and numeric arrive as text. */
export interface Sql {
  query<Rows = unknown>(text: string, values?: unknown[]): Promise<Rows>;
}

/** The name under which Nest injects the `Sql` that queries run on. */
export const SQL = Symbol('SQL');
