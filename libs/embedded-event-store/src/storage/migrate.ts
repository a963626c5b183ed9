import type { ClientBase } from 'pg';
import { MIGRATIONS } from './migrations/index.js';

/**
 * Brings the schema `event_store` to the newest version in one transaction; does nothing if it is there already.
 * Throws when the schema is newer than this program.
 */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('CREATE SCHEMA IF NOT EXISTS event_store');
  await client.query('CREATE TABLE IF NOT EXISTS event_store.schema_version (version integer NOT NULL)');
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM event_store.schema_version',
    );
    const version = rows[0]?.version ?? 0;
    if (version > MIGRATIONS.length) {
      throw new Error(`The event store's schema is at version ${version}, this program knows ${MIGRATIONS.length}.`);
    }
    for (const [index, sql] of MIGRATIONS.entries()) {
      if (index < version) continue;
      await client.query(sql);
      await client.query('INSERT INTO event_store.schema_version (version) VALUES ($1)', [index + 1]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
