import { type DataSource } from 'typeorm';
import { type Sql, connectDatabase } from '#libs/database';
import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection, createReadModels } from '#libs/projections';
import { tableOf } from '#libs/read-models';
import { createDatabase } from './databases.js';

/** Read models in a database of their own, fed by hand. */
export interface ReadModels {
  readonly sql: DataSource;
  /** Applies events to every projection in batches of the given sizes, taken in turn (one batch when left out), and commits. */
  feed(events: readonly SequencedEvent[], sizes?: readonly number[]): Promise<void>;
  /** Every row of every table, as JSON text in a fixed order. */
  dump(): Promise<Record<string, string[]>>;
  /** Empties every table. */
  clear(): Promise<void>;
  drop(): Promise<void>;
}

export async function openReadModels(...projections: Projection[]): Promise<ReadModels> {
  const database = await createDatabase();
  const sql = await connectDatabase(database.url);
  await createReadModels(sql, projections);
  const tables = projections.flatMap(({ entities }) => entities.map((entity) => tableOf(entity).name));

  const feedBatch = async (batch: readonly SequencedEvent[], transaction: Sql) => {
    for (const { apply } of projections) await apply(batch, transaction);
    const last = batch.at(-1);
    await transaction.query('update ledger.projection_checkpoint set seq = $1, position = $2, recorded_at = $3', [
      last?.seq,
      last?.position,
      last?.recordedAt,
    ]);
  };

  return {
    sql,
    feed: (events, sizes = [events.length]) =>
      sql.transaction(async (transaction) => {
        for (let at = 0, turn = 0; at < events.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          await feedBatch(events.slice(at, at + size), transaction);
          at += size;
        }
      }),
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
