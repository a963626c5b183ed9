import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Projection } from '#libs/projections';
import { arrayOf, cellsOf, rowsWrittenBy } from './rows.js';

const cell = fc.option(
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('NULL', '"', '\\', '{a,"b\\c"}', '\n')),
);

describe('rows as a benchmark records them', () => {
  it('have the cells that were written, whatever is in them', () => {
    fc.assert(fc.property(fc.array(cell), (cells) => expect(cellsOf(arrayOf(cells))).toEqual(cells)));
  });

  it('are those of every statement that writes, and of none that reads', async () => {
    const projection: Projection = {
      name: 'sample',
      version: 1,
      entities: [],
      onPoison: 'park',
      async apply(_, sql) {
        await sql.query('select 1', ['x']);
        await sql.query('insert into t select * from unnest($1::text[], $2::int[])', ['{"a","b"}', '{"1",NULL}']);
      },
    };
    const asked: string[] = [];
    const sql = { query: async <Rows>(text: string) => void asked.push(text) as Rows };
    expect(await rowsWrittenBy([projection], [], sql)).toEqual([
      {
        text: expect.stringContaining('insert'),
        columns: [
          ['a', 'b'],
          ['1', null],
        ],
      },
    ]);
    expect(asked).toHaveLength(2);
  });
});
