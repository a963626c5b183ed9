import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type Projection, createReadModels } from '#libs/projections';
import { type TestDatabase, createDatabase } from '../../../../test/support/databases.js';
import { insertRows, selectRows, upsertRows } from './rows.js';
import { tableOf } from './tables.js';

@Entity({ schema: 'samples_v1', name: 'sample' })
class SampleRow {
  @PrimaryColumn({ name: 'sample_key', type: 'bigint' })
  key: string;

  @Column({ name: 'some_text', type: 'text', nullable: true })
  text: string | null;

  @Column({ type: 'numeric', nullable: true })
  amount: string | null;

  @Column({ type: 'date', nullable: true })
  day: string | null;

  @Column({ name: 'known_at', type: 'timestamptz', nullable: true })
  knownAt: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  detail: object | null;
}

class Untyped {
  name: string;
}

const samples: Projection = {
  name: 'samples',
  version: 1,
  entities: [SampleRow],
  onPoison: 'park',
  apply: () => Promise.resolve(),
};
const NOTHING = { text: null, amount: null, day: null, knownAt: null, detail: null };

describe('rows', () => {
  let database: TestDatabase;
  let sql: Awaited<ReturnType<typeof connectDatabase>>;
  beforeAll(async () => {
    database = await createDatabase();
    sql = await connectDatabase(database.url);
    await createReadModels(sql, [samples]);
  });
  afterAll(async () => {
    await sql.destroy();
    await database.drop();
  });

  it('come back as they were written, whatever is in them', async () => {
    const rows: SampleRow[] = [
      {
        key: '9007199254740993',
        text: '签约 "一期" \\n {NULL}, \'; drop table sample; --',
        amount: '120000.500000',
        day: '2024-02-29',
        knownAt: new Date('2022-03-05T23:59:59.999+08:00'),
        detail: { kind: 'import', file: 'a"b\\c', row: 1 },
      },
      { key: '2', ...NOTHING },
      { key: '3', ...NOTHING, text: '' },
      { key: '4', ...NOTHING, text: 'NULL' },
      { key: '5', ...NOTHING, text: 'line\nbreak\ttab' },
    ];
    await insertRows(sql, SampleRow, rows);
    expect(
      await selectRows(sql, SampleRow, 'sample_key > $1 order by sample_key = 9007199254740993 desc, sample_key', 0),
    ).toEqual(rows);
  });

  it('replace the row of the same key, and only that', async () => {
    await insertRows(sql, SampleRow, [
      { key: '10', ...NOTHING, amount: '1', text: 'old' },
      { key: '11', ...NOTHING },
    ]);
    await upsertRows(sql, SampleRow, [
      { key: '10', ...NOTHING, text: 'new' },
      { key: '12', ...NOTHING },
    ]);
    const rows = await selectRows(sql, SampleRow, 'sample_key between 10 and 12 order by sample_key');
    expect(rows.map(({ key, text, amount }) => [key, text, amount])).toEqual([
      ['10', 'new', null],
      ['11', null, null],
      ['12', null, null],
    ]);
  });

  it('need no statement when there are none', async () => {
    const silent = { query: () => Promise.reject(new Error('asked')) };
    await expect(insertRows(silent, SampleRow, [])).resolves.toBeUndefined();
  });

  it('can be written only to a table that decorators describe', () => {
    expect(() => tableOf(Untyped)).toThrow('Untyped names no table');
  });
});
