import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { tally } from '../../../test/support/tally.js';
import { digestOfProjection } from './digest.js';
import { createReadModels } from './tables.js';

let database: TestDatabase;
let sql: DataSource;

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
  await createReadModels(sql, [tally]);
});

afterEach(async () => {
  await sql.destroy();
  await database.drop();
});

const total = (stream: string, events: number) =>
  sql.query('insert into tally_v1.total values ($1, $2, 1)', [stream, events]);

describe('the digest of a projection', () => {
  it('is the same for the same rows in another order', async () => {
    await total('a', 1);
    await total('b', 2);
    const digest = await digestOfProjection(sql, tally);
    await sql.query('truncate tally_v1.total');
    await total('b', 2);
    await total('a', 1);
    expect(await digestOfProjection(sql, tally)).toBe(digest);
  });

  it('tells any other row, a missing one, and a row in the other table', async () => {
    const digests = [await digestOfProjection(sql, tally)];
    await total('a', 1);
    digests.push(await digestOfProjection(sql, tally));
    await sql.query('update tally_v1.total set events = 2');
    digests.push(await digestOfProjection(sql, tally));
    await sql.query(`insert into tally_v1.entry values (1, 'a', 1, 'epoch')`);
    digests.push(await digestOfProjection(sql, tally));
    expect(new Set(digests).size).toBe(4);
  });
});
