import { afterEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type TestDatabase, createDatabase } from './databases.js';

const opened: TestDatabase[] = [];

const open = async (): Promise<TestDatabase> => {
  const database = await createDatabase();
  opened.push(database);
  return database;
};

const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
};

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.drop()));
});

describe('a test database', () => {
  it('is apart from every other', async () => {
    const [one, other] = [await open(), await open()];
    await query(one.url, 'CREATE TABLE only_here ()');
    await expect(query(other.url, 'SELECT * FROM only_here')).rejects.toMatchObject({ code: '42P01' });
  });

  it('is gone once dropped, even under an open connection', async () => {
    const database = await open();
    const client = new Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await expect(query(database.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
  });

  it('is as durable as the product asks', async () => {
    const { url } = await open();
    expect(await query(url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(url, 'SHOW full_page_writes')).toEqual([{ full_page_writes: 'on' }]);
    expect(await query(url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });
});
