import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startEmbeddedEventStore } from '#libs/embedded-event-store';
import { createDatabase, type TestDatabase } from '../support/databases.js';

describe('the embedded store', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createDatabase();
  });
  afterEach(() => database.drop());

  const withOptions = (options: string): string => {
    const url = new URL(database.url);
    url.searchParams.set('options', options);
    return url.href;
  };

  const startOn = async (databaseUrl: string): Promise<void> => (await startEmbeddedEventStore({ databaseUrl })).stop();

  // The packaged server can't have these off; one that has them off differs for the store in what it tells.
  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
    'does not start on a server with %s off, and says why',
    async (name) => {
      const session = new Client({ connectionString: database.url });
      await session.connect();
      await session.query(`
        CREATE SCHEMA telling;
        CREATE VIEW telling.pg_settings AS
          SELECT name, CASE WHEN name = '${name}' THEN 'off' ELSE setting END AS setting FROM pg_catalog.pg_settings`);
      await session.end();
      const start = startOn(withOptions('-c search_path=telling,pg_catalog'));
      await expect(start).rejects.toThrow(`does not start on this database: ${name} = off.`);
      await startOn(database.url);
    },
  );

  it('does not start in sessions with synchronous_commit off', async () => {
    await expect(startOn(withOptions('-c synchronous_commit=off'))).rejects.toThrow('synchronous_commit = off');
  });

  it('leaves nothing behind where it does not start', async () => {
    await expect(startOn(withOptions('-c synchronous_commit=off'))).rejects.toThrow();
    const session = new Client({ connectionString: database.url });
    await session.connect();
    const { rows } = await session.query("SELECT FROM pg_namespace WHERE nspname = 'event_store'");
    await session.end();
    expect(rows).toHaveLength(0);
  });
});
