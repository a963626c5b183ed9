import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Poisoned, numberOf, openPoisoned } from '../../../../test/support/poisoned.js';
import { eventually } from '../../../../test/support/eventually.js';
import { census, tally, tallyOfVersion } from '../../../../test/support/tally.js';
import { readCheckpoints } from '../checkpoint.js';
import { digestOfProjection } from '../digest.js';
import { type Projection } from '../projection.js';
import { NeedsRebuildError, retryParked } from './retry.js';

let log: Poisoned;

beforeEach(async () => {
  log = await openPoisoned();
});
afterEach(() => log.close());

const checkpointOf = async (schema: string) => (await readCheckpoints(log.sql)).get(schema);

describe('a projection that parks', () => {
  it.each([1, 7, 1000])(
    'sets aside what it fails of and what follows in the stream, in batches of %i',
    async (size) => {
      log.breakOnly(3, 11);
      log.store.grow(40);
      log.start([log.picky(tally), census], size);
      await log.readUpTo(40, [tally, census]);
      // Streams are number modulo seven: 3 and 11 are in the streams 3 and 4.
      expect(await log.parkedSeqs()).toEqual([4, 11, 12, 18, 19, 25, 26, 32, 33, 39, 40]);
      expect((await log.parked()).filter(([, error]) => error !== null).map(([seq]) => seq)).toEqual([4, 12]);
      expect(await checkpointOf('tally_v1')).toMatchObject({ parked: 11 });
      expect(await checkpointOf('census_v1')).toMatchObject({ parked: 0 });
      expect(await log.sql.query('select sum(events)::int as events from census_v1.type')).toEqual([{ events: 40 }]);
      expect(await log.sql.query('select count(*)::int as entries from tally_v1.entry')).toEqual([{ entries: 29 }]);
      expect(log.warnings).toMatchObject([
        { message: 'an event was parked', seq: '4' },
        { message: 'an event was parked', seq: '12' },
      ]);
    },
  );

  it('does not keep the log waiting the longer, the more projections fail of the same event', async () => {
    log.breakOnly(3);
    log.store.grow(5);
    const projections = Array.from({ length: 8 }, (_, index) => log.picky(tallyOfVersion(index + 1)));
    log.start(projections);
    await eventually(async () => (await log.parkedSeqs()).length === projections.length, 10_000);
  });

  it('keeps no value of the event in what it says', async () => {
    log.breakOnly(3, 4);
    log.store.grow(5);
    log.start([log.picky(tally)]);
    await log.readUpTo(5, [tally]);
    const errors = (await log.parked()).map(([, error]) => error);
    expect(errors[0]).toMatch(/^QueryFailedError 22P02/);
    expect(errors[1]).toMatch(/^TypeError Cannot read properties/);
    expect(JSON.stringify([errors, log.warnings])).not.toMatch(/陈某|138/);
  });

  it('goes on holding the stream back after a restart', async () => {
    log.breakOnly(0);
    log.store.grow(10);
    const first = log.start([log.picky(tally)]);
    await log.readUpTo(10, [tally]);
    await first.stop();
    log.breakOnly();
    log.store.grow(10);
    log.start([log.picky(tally)]);
    await log.readUpTo(20, [tally]);
    expect(await log.parkedSeqs()).toEqual([1, 8, 15]);
  });

  it('has the tables of a rebuild once the parked events are applied, while the log goes on', async () => {
    log.breakOnly(2, 3, 9, 20);
    log.store.grow(60);
    const fixed = log.picky(tally);
    log.start([fixed], 9);
    await log.readUpTo(60, [tally]);
    expect((await log.parked()).length).toBeGreaterThan(15);
    log.breakOnly();
    const growing = (async () => {
      for (let round = 0; round < 20; round += 1) {
        log.store.grow(10);
        await log.readUpTo(log.store.events.length, [tally]);
      }
    })();
    const retried = await retryParked(log.sql, log.store, fixed);
    expect(retried.map(({ stream, left }) => [stream, left])).toEqual([
      ['thing-2', 0],
      ['thing-3', 0],
      ['thing-6', 0],
    ]);
    await growing;
    expect(await log.parked()).toEqual([]);
    expect(await checkpointOf('tally_v1')).toMatchObject({ parked: 0 });
    expect(await digestOfProjection(log.sql, tally)).toBe(await log.digestOfRebuild(tally));
  });

  it('keeps what still fails, and applies one stream alone when asked', async () => {
    log.breakOnly(0, 1);
    log.store.grow(16);
    const projection = log.picky(tally);
    log.start([projection]);
    await log.readUpTo(16, [tally]);
    expect(await log.parkedSeqs()).toEqual([1, 2, 8, 9, 15, 16]);
    log.breakOnly(7);
    const fault = expect.stringMatching(/^TypeError/);
    expect(await retryParked(log.sql, log.store, projection, 'thing-0')).toEqual([
      { stream: 'thing-0', applied: 1, left: 2, fault },
    ]);
    expect(await log.parkedSeqs()).toEqual([2, 8, 9, 15, 16]);
    expect((await log.parked())[1]).toEqual([8, fault]);
    expect(await checkpointOf('tally_v1')).toMatchObject({ parked: 5 });
    log.breakOnly();
    await retryParked(log.sql, log.store, projection);
    expect(await log.parkedSeqs()).toEqual([]);
    expect(await digestOfProjection(log.sql, tally)).toBe(await log.digestOfRebuild(tally));
  });

  it('is not made good event by event when it reads across streams', async () => {
    log.breakOnly(0);
    log.store.grow(3);
    const projection = log.picky(tally, { readsAcrossStreams: true });
    log.start([projection]);
    await log.readUpTo(3, [tally]);
    await expect(retryParked(log.sql, log.store, projection)).rejects.toThrow(NeedsRebuildError);
    expect(await log.parkedSeqs()).toEqual([1]);
  });

  it('parks what a reaction fails of', async () => {
    log.breakOnly(1);
    const acted: number[] = [];
    const reaction: Projection = {
      name: 'reaction',
      version: 1,
      entities: [],
      onPoison: 'park',
      async apply(events) {
        if (events.some((event) => log.broken.has(numberOf(event)))) throw new Error('no such command');
        acted.push(...events.map(numberOf));
      },
    };
    log.store.grow(10);
    log.start([reaction, tally], 4);
    await log.readUpTo(10, [reaction, tally]);
    expect(await log.parkedSeqs()).toEqual([2, 9]);
    expect([...new Set(acted)].sort((a, b) => a - b)).toEqual([0, 2, 3, 4, 5, 6, 7, 9]);
    log.breakOnly();
    await retryParked(log.sql, log.store, reaction);
    expect(acted.slice(-2)).toEqual([1, 8]);
    expect(await log.parkedSeqs()).toEqual([]);
  });
});
