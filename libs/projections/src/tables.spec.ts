import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { census, tally } from '../../../test/support/tally.js';
import { asOfNow } from './as-of.js';
import { START } from './checkpoint.js';
import { digestOfProjection } from './digest.js';
import { createReadModels } from './tables.js';

let database: TestDatabase;
let sql: DataSource;

beforeEach(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url);
});

afterEach(async () => {
  await sql.destroy();
  await database.drop();
});

const tables = async () =>
  (
    await sql.query<{ name: string }[]>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema like '%\\_v_' order by 1`,
    )
  ).map(({ name }) => name);

describe('creating read models', () => {
  it('makes schemas, tables and checkpoints at the start of the log', async () => {
    await createReadModels(sql, [tally, census]);
    expect(await tables()).toEqual(['census_v1.type', 'tally_v1.entry', 'tally_v1.total']);
    expect(await asOfNow(sql, [tally, census])).toEqual({ ...START, parked: 0 });
  });

  it('leaves those alone that have a checkpoint', async () => {
    await createReadModels(sql, [tally]);
    await sql.query(`insert into tally_v1.total values ('thing-1', 1, 1)`);
    const digest = await digestOfProjection(sql, tally);
    await createReadModels(sql, [tally, census]);
    expect(await digestOfProjection(sql, tally)).toBe(digest);
    expect(await tables()).toContain('census_v1.type');
  });

  it('makes a schema anew that a crash left without a checkpoint', async () => {
    await sql.query('create schema tally_v1');
    await sql.query('create table tally_v1.entry (half text)');
    await createReadModels(sql, [tally]);
    expect(await tables()).toEqual(['tally_v1.entry', 'tally_v1.total']);
    expect(await sql.query('select seq from tally_v1.entry')).toEqual([]);
  });

  it('is done once by many processes at once', async () => {
    const processes = await Promise.all([1, 2, 3].map(() => connectDatabase(database.url)));
    await Promise.all(processes.map((each) => createReadModels(each, [tally, census])));
    expect(await tables()).toHaveLength(3);
    await Promise.all(processes.map((each) => each.destroy()));
  });

  it('gives a reaction a checkpoint and no schema', async () => {
    await createReadModels(sql, [
      { name: 'reaction', version: 1, entities: [], onPoison: 'park', apply: () => Promise.resolve() },
    ]);
    expect(await tables()).toEqual([]);
    expect(await sql.query('select projection from ledger.projection_checkpoint')).toEqual([
      { projection: 'reaction' },
    ]);
  });
});
