/** Something that runs SQL: a TypeORM `DataSource` or the `EntityManager` of a transaction. bigint and numeric arrive as text. */
export interface Sql {
  query<Rows = unknown>(text: string, values?: unknown[]): Promise<Rows>;
}
