import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../../../../test/support/databases.js';
import { Copying } from './copying.js';

const text = (bytes: Buffer): string => bytes.toString();

describe('Copying', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let copying: Copying;

  beforeAll(async () => {
    database = await createDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
    copying = new Copying(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const lines = (count: number, letter: string) =>
    copying.run(`COPY (SELECT repeat('${letter}', 1000) FROM generate_series(1, ${count})) TO STDOUT`, text);
  const expected = (count: number, letter: string): string => `${letter.repeat(1000)}\n`.repeat(count);

  it('has everything that was sent, many packets and more runs at once than connections', async () => {
    const runs = await Promise.all([lines(3000, 'a'), lines(1, 'b'), lines(0, 'c'), lines(700, 'd')]);
    expect(runs).toEqual([expected(3000, 'a'), expected(1, 'b'), '', expected(700, 'd')]);
    expect(await lines(2, 'e')).toBe(expected(2, 'e'));
  });

  it('rejects with what the database or the reader throws, and goes on', async () => {
    await expect(copying.run('COPY (SELECT 1/0) TO STDOUT', text)).rejects.toThrow('division by zero');
    const unreadable = new Error('unreadable');
    const run = copying.run('COPY (SELECT 1) TO STDOUT', () => {
      throw unreadable;
    });
    await expect(run).rejects.toBe(unreadable);
    expect(await lines(1, 'f')).toBe(expected(1, 'f'));
  });

  it('rejects when its connection is cut', async () => {
    const cut = copying.run('COPY (SELECT pg_terminate_backend(pg_backend_pid())) TO STDOUT', text);
    await expect(cut).rejects.toThrow('terminating connection');
    expect(await lines(1, 'g')).toBe(expected(1, 'g'));
  });
});
