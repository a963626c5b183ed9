import { DataSource } from 'typeorm';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection, schemaOf } from '#libs/projections';
import { createDatabase } from './databases.js';

/** Read models in a database of their own, fed by hand. */
export interface ReadModels {
  readonly sql: DataSource;
  /** Applies events to every projection, `batchSize` (all at once when left out) at a time, each batch in one transaction. */
  feed(events: readonly SequencedEvent[], batchSize?: number | (() => number)): Promise<void>;
  /** Every row of every table, as JSON text in a fixed order. */
  dump(): Promise<Record<string, string[]>>;
  /** Empties every table. */
  clear(): Promise<void>;
  drop(): Promise<void>;
}

export async function openReadModels(...projections: Projection[]): Promise<ReadModels> {
  const database = await createDatabase();
  const entities = projections.flatMap((projection) => projection.entities);
  const sql = await new DataSource({ type: 'postgres', url: database.url, entities: [...entities] }).initialize();
  for (const projection of projections) await sql.query(`create schema ${schemaOf(projection)}`);
  await sql.synchronize();
  const tables = sql.entityMetadatas.map(({ tablePath }) => tablePath);

  return {
    sql,
    async feed(events, batchSize = events.length) {
      for (let at = 0; at < events.length;) {
        const size = typeof batchSize === 'number' ? batchSize : batchSize();
        const batch = events.slice(at, at + size);
        await sql.transaction(async (transaction) => {
          for (const { apply } of projections) await apply(batch, transaction);
        });
        at += size;
      }
    },
    async dump() {
      const rows: Record<string, string[]> = {};
      for (const table of tables) {
        const found = await sql.query<{ row: string }[]>(`select to_jsonb(t)::text as row from ${table} t order by 1`);
        rows[table] = found.map(({ row }) => row);
      }
      return rows;
    },
    async clear() {
      await sql.query(`truncate ${tables.join(', ')}`);
    },
    async drop() {
      await sql.destroy();
      await database.drop();
    },
  };
}
