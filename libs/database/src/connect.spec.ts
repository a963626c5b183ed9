import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { connectDatabase } from './connect.js';
import { withLock } from './lock.js';
import { MIGRATIONS } from './migrations/index.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await createDatabase();
});

afterEach(() => database.drop());

describe('connecting to the database', () => {
  it('brings the infrastructure tables up to date once, whoever comes first', async () => {
    const sources = await Promise.all([1, 2, 3].map(() => connectDatabase(database.url)));
    const [sql] = sources;
    expect(await sql!.query('select count(*)::int as migrations from ledger.migration')).toEqual([
      { migrations: MIGRATIONS.length },
    ]);
    expect(await sql!.query('select * from ledger.projection_checkpoint')).toEqual([]);
    await Promise.all(sources.map((source) => source.destroy()));
  });

  it('gives numbers that JavaScript would round as text, and times in UTC', async () => {
    const sql = await connectDatabase(database.url);
    expect(
      await sql.query(`select 9007199254740993::bigint as b, 0.10::numeric as n, 'epoch'::timestamptz::text as t`),
    ).toEqual([{ b: '9007199254740993', n: '0.10', t: '1970-01-01 00:00:00+00' }]);
    await sql.destroy();
  });

  it('cancels a statement that runs too long', async () => {
    const sql = await connectDatabase(database.url, { statementTimeoutMs: 100 });
    await expect(sql.query('select pg_sleep(10)')).rejects.toThrow('statement timeout');
    await sql.destroy();
  });

  it('says that there is nobody', async () => {
    await expect(connectDatabase('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a named lock', () => {
  it('lets one in at a time, and the next one when the first fails', async () => {
    const sql = await connectDatabase(database.url);
    const order: string[] = [];
    const stay = (name: string) =>
      withLock(sql, 'a lock', async () => {
        order.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`${name} out`);
        throw new Error(name);
      }).catch(() => undefined);
    await Promise.all([stay('one'), stay('two')]);
    expect(order.map((entry) => entry.split(' ')[1])).toEqual(['in', 'out', 'in', 'out']);
    await sql.destroy();
  });
});
