import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource } from 'typeorm';
import { connectDatabase } from '#libs/database';
import { type TestDatabase, createDatabase } from '../../../test/support/databases.js';
import { Log } from '../../../test/support/log.js';
import { census, tally } from '../../../test/support/tally.js';
import { asOfNow } from './as-of.js';
import { FencedError, START, readCheckpoints } from './checkpoint.js';
import { ApplyError, commitBatch, memberOf } from './commit-batch.js';
import { digestOfProjection } from './digest.js';
import { type Projection } from './projection.js';
import { createReadModels } from './tables.js';

let database: TestDatabase;
let sql: DataSource;

const log = new Log();
for (let number = 0; number < 10; number += 1) log.append('thing-1', { type: 'Happened', data: { number } });

const both = [memberOf(tally), memberOf(census)];

const batchOf = (from: number, to: number) => {
  const events = log.events.slice(from, to);
  const { seq, position, recordedAt } = events.at(-1)!;
  return { events, reached: { seq, position, recordedAt } };
};

beforeAll(async () => {
  database = await createDatabase();
  sql = await connectDatabase(database.url, { pipeline: true });
});

beforeEach(() => createReadModels(sql, [tally, census]));

afterEach(() => sql.query('delete from ledger.projection_checkpoint'));

afterAll(async () => {
  await sql.destroy();
  await database.drop();
});

describe('committing a batch', () => {
  it('writes the rows and moves every checkpoint', async () => {
    const { events, reached } = batchOf(0, 4);
    await commitBatch(sql, both, START, { events, reached });
    expect(await readCheckpoints(sql)).toEqual(
      new Map([
        ['tally_v1', { ...reached, current: true, parked: 0 }],
        ['census_v1', { ...reached, current: true, parked: 0 }],
      ]),
    );
    expect(await sql.query('select sum(events)::int as events from tally_v1.total')).toEqual([{ events: 4 }]);
  });

  it('changes nothing when the batch comes again', async () => {
    await commitBatch(sql, [memberOf(tally)], START, batchOf(0, 4));
    const digest = await digestOfProjection(sql, tally);
    await expect(commitBatch(sql, [memberOf(tally)], START, batchOf(0, 4))).rejects.toThrow(FencedError);
    expect(await digestOfProjection(sql, tally)).toBe(digest);
  });

  it('lets one of two runners through and fences the other, whichever batch it has', async () => {
    const outcomes = await Promise.allSettled([
      commitBatch(sql, both, START, batchOf(0, 4)),
      commitBatch(sql, both, START, batchOf(0, 6)),
    ]);
    const fenced = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(fenced).toEqual([expect.any(FencedError)]);
    const { seq } = await asOfNow(sql);
    expect(await sql.query('select sum(events)::int as events from tally_v1.total')).toEqual([{ events: Number(seq) }]);
  });

  it('leaves nothing of a batch when one projection fails', async () => {
    const empty = await digestOfProjection(sql, tally);
    const broken: Projection = { ...census, apply: () => Promise.reject(new Error('no such rule')) };
    await expect(commitBatch(sql, [memberOf(tally), memberOf(broken)], START, batchOf(0, 4))).rejects.toThrow(
      'no such rule',
    );
    expect(await digestOfProjection(sql, tally)).toBe(empty);
    expect(await asOfNow(sql)).toMatchObject(START);
  });

  it('lets one projection work while another waits', async () => {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const first: Projection = {
      ...tally,
      apply: (events, transaction) => begun.then(() => tally.apply(events, transaction)),
    };
    const second: Projection = {
      ...census,
      apply(events, transaction) {
        begin();
        return census.apply(events, transaction);
      },
    };
    await commitBatch(sql, [memberOf(first), memberOf(second)], START, batchOf(0, 4));
    expect(await asOfNow(sql)).toMatchObject({ seq: 4n });
  });

  it('blames the projection at fault, not one that finds the transaction broken', async () => {
    let fail: () => void = () => undefined;
    const failed = new Promise<void>((resolve) => (fail = resolve));
    const innocent: Projection = {
      ...tally,
      apply: (events, transaction) => failed.then(() => tally.apply(events, transaction)),
    };
    const culprit: Projection = {
      ...census,
      apply: (_, transaction) => transaction.query<void>(`select 'x'::integer`).finally(fail),
    };
    await expect(commitBatch(sql, [memberOf(innocent), memberOf(culprit)], START, batchOf(0, 4))).rejects.toMatchObject(
      { name: 'ApplyError', projection: { name: 'census' } },
    );
  });

  it('blames the projection whose rows can’t be added, though it doesn’t wait for them', async () => {
    const empty = await digestOfProjection(sql, tally);
    let send: () => void = () => undefined;
    const sent = new Promise<void>((resolve) => (send = resolve));
    const culprit: Projection = {
      ...census,
      async apply(_, transaction) {
        await transaction.query(`insert into census_v1.type values ('Happened', 'many')`);
        send();
      },
    };
    const innocent: Projection = {
      ...tally,
      async apply(events, transaction) {
        await sent;
        await transaction.query('select');
        await tally.apply(events, transaction);
      },
    };
    await expect(commitBatch(sql, [memberOf(innocent), memberOf(culprit)], START, batchOf(0, 4))).rejects.toMatchObject(
      { name: 'ApplyError', projection: { name: 'census' }, fault: { code: '22P02' } },
    );
    expect(await digestOfProjection(sql, tally)).toBe(empty);
    expect(await asOfNow(sql)).toMatchObject(START);
  });

  it('blames the projection whose rows broke the transaction before a suspect’s turn', async () => {
    const culprit: Projection = {
      ...census,
      apply: (_, transaction) => transaction.query(`insert into census_v1.type values ('Happened', 'many')`),
    };
    const suspect = { ...memberOf(tally), suspect: true };
    await expect(commitBatch(sql, [memberOf(culprit), suspect], START, batchOf(0, 4))).rejects.toMatchObject({
      name: 'ApplyError',
      projection: { name: 'census' },
      fault: { code: '22P02' },
    });
  });

  it('waits for rows that are to be given back', async () => {
    let given: unknown;
    const asking: Projection = {
      ...census,
      async apply(_, transaction) {
        given = await transaction.query(`insert into census_v1.type values ('Asked', 7)\n returning type`);
      },
    };
    await commitBatch(sql, [memberOf(asking)], START, batchOf(0, 4));
    expect(given).toEqual([{ type: 'Asked' }]);
  });

  it('is not taken for written when a projection has passed over an error of the database', async () => {
    const careless: Projection = {
      ...census,
      apply: (_, transaction) => transaction.query<void>(`select 'x'::integer`).catch(() => undefined),
    };
    await expect(commitBatch(sql, [memberOf(careless)], START, batchOf(0, 4))).rejects.toThrow('broken off');
    expect(await asOfNow(sql)).toMatchObject(START);
  });

  it('leaves the connection fit for the next batch', async () => {
    const broken: Projection = { ...census, apply: (_, transaction) => transaction.query('insert into nothing') };
    await expect(commitBatch(sql, [memberOf(broken)], START, batchOf(0, 4))).rejects.toThrow(ApplyError);
    for (const [from, to] of [
      [0, 4],
      [4, 6],
    ] as const)
      await commitBatch(sql, both, from === 0 ? START : batchOf(0, from).reached, batchOf(from, to));
    expect(await asOfNow(sql)).toMatchObject({ seq: 6n });
  });

  it('moves the position alone when there are no events, and never back', async () => {
    const at = batchOf(0, 4).reached;
    await commitBatch(sql, both, START, batchOf(0, 4));
    await commitBatch(sql, both, at, { events: [], reached: { ...at, position: 900n } });
    await commitBatch(sql, both, at, { events: [], reached: { ...at, position: 500n } });
    expect(await asOfNow(sql)).toMatchObject({ ...at, position: 900n });
  });
});
