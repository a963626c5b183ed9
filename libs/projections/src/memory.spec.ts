import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Poisoned, openPoisoned } from '../../../test/support/poisoned.js';
import { type Recalling, recallingProjection } from '../../../test/support/recalling.js';
import { census } from '../../../test/support/tally.js';
import { digestOfProjection } from './digest.js';
import { Memory } from './memory.js';
import { retryParked } from './poison/retry.js';
import { type Projection } from './projection.js';
import { rebuild } from './rebuild/rebuild.js';

/** A scripted log has as many streams. */
const STREAMS = 7;
const logger = { info: () => undefined, warn: () => undefined };

let log: Poisoned;
let recalling: Recalling;

beforeEach(async () => {
  log = await openPoisoned();
  recalling = recallingProjection();
});
afterEach(() => log.close());

const readOn = async (of: Projection[], events: number) => {
  log.store.grow(events);
  await log.readUpTo(log.store.events.length, of);
};

const expectTablesOfRebuild = async () =>
  expect(await digestOfProjection(log.sql, recalling)).toBe(await log.digestOfRebuild(recallingProjection()));

describe('what a projection keeps in mind', () => {
  it('spares it reading its tables again', async () => {
    log.start([recalling], 10);
    for (let round = 0; round < 5; round += 1) await readOn([recalling], 20);
    expect(recalling.reads.flat()).toHaveLength(STREAMS);
    await expectTablesOfRebuild();
  });

  it('goes with a batch that another projection fails of', async () => {
    let failures = 0;
    const failing: Projection = {
      ...census,
      async apply(events, sql) {
        // Late, so that the others have applied the batch by then.
        await sql.query('select pg_sleep(0.02)');
        if (events.some(({ seq }) => seq === 15n) && (failures += 1) < 3) throw new TypeError('not yet');
        await census.apply(events, sql);
      },
    };
    log.start([recalling, failing], 10);
    await readOn([recalling, failing], 10);
    await readOn([recalling, failing], 30);
    expect(failures).toBe(3);
    await expectTablesOfRebuild();
  });

  it('is nothing while events are looked for that have to be parked', async () => {
    const picky = log.picky(recalling);
    log.start([picky], 10);
    await readOn([picky], 20);
    log.breakOnly(25, 27);
    await readOn([picky], 60);
    expect((await log.parkedSeqs()).slice(0, 2)).toEqual([26, 28]);
    log.breakOnly();
    for (const { left } of await retryParked(log.sql, log.store, picky)) expect(left).toBe(0);
    await expectTablesOfRebuild();
  });

  it('goes when parked events are applied by another process', async () => {
    const picky = log.picky(recalling);
    log.breakOnly(3);
    log.start([picky], 10);
    await readOn([picky], 40);
    log.breakOnly();
    await retryParked(log.sql, log.store, recallingProjection());
    recalling.reads.length = 0;
    await readOn([picky], 40);
    expect(recalling.reads.flat()).toHaveLength(STREAMS);
    await expectTablesOfRebuild();
  });

  it('goes when a rebuild by a mended rule takes the place of the tables', async () => {
    recalling.weight = 2;
    log.start([recalling], 10);
    await readOn([recalling], 40);
    recalling.weight = 1;
    const mended = recallingProjection();
    await rebuild({ store: log.store, databaseUrl: log.databaseUrl, projection: mended, logger });
    await readOn([recalling], 40);
    await expectTablesOfRebuild();
  });

  it('is what was needed last when there is too much', async () => {
    const memory = new Memory();
    for (let number = 0; number < 20_000; number += 1) memory.keep(String(number), { number });
    const known = await memory.recall(['0', '19999'], (missing) =>
      Promise.resolve(new Map(missing.map((key) => [key, { number: -1 }]))),
    );
    expect([...known]).toEqual([
      ['19999', { number: 19_999 }],
      ['0', { number: -1 }],
    ]);
  });
});
