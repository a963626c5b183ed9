import { DataSource } from 'typeorm';
import { withLock } from '#libs/database';
import { insertCheckpoints, readCheckpoints } from './checkpoint.js';
import { type Projection, schemaOf } from './projection.js';
import { createShadowTables, isShadow } from './rebuild/shadow.js';

/**
 * Creates the schema and tables of every projection that has no checkpoint yet, and its checkpoint. Many processes may
 * do it at once. The checkpoint comes last: a schema without one holds nothing and is made anew.
 */
export async function createReadModels(database: DataSource, projections: readonly Projection[]): Promise<void> {
  await withLock(database, 'ledger.read-models', async (sql) => {
    const known = await readCheckpoints(sql);
    const missing = projections.filter((projection) => !known.has(schemaOf(projection)));
    if (missing.length === 0) return;
    for (const schema of missing.filter(({ entities }) => entities.length > 0).map(schemaOf)) {
      await sql.query(`drop schema if exists ${schema} cascade`);
      await sql.query(`create schema ${schema}`);
    }
    await createTables(
      database,
      missing.filter((projection) => !isShadow(projection)),
    );
    for (const shadow of missing.filter(isShadow)) await createShadowTables(sql, shadow);
    await insertCheckpoints(sql, missing);
  });
}

async function createTables({ options }: DataSource, projections: readonly Projection[]): Promise<void> {
  const entities = projections.flatMap((projection) => [...projection.entities]);
  if (entities.length === 0) return;
  const source = await new DataSource({ ...options, entities, migrations: [] }).initialize();
  try {
    await source.synchronize();
  } finally {
    await source.destroy();
  }
}
