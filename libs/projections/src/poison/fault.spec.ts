import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { upcast } from '#libs/eventsourcing';
import { UnavailableError } from '#libs/event-store';
import { type Poisoned, openPoisoned } from '../../../../test/support/poisoned.js';
import { census, tally } from '../../../../test/support/tally.js';
import { digestOfProjection } from '../digest.js';
import { type Projection } from '../projection.js';
import { retryParked } from './retry.js';

let log: Poisoned;

beforeEach(async () => {
  log = await openPoisoned();
});
afterEach(() => log.close());

describe('an event of a version that this build does not know', () => {
  it('is parked for the projections that look into it, until a build that knows it retries', async () => {
    log.store.grow(12);
    const known = log.store.events[3]!;
    const later = { ...known, metadata: { ...known.metadata, schemaVersion: 2 } };
    log.store.events[3] = upcast(later);
    log.start([log.picky(tally), census]);
    await log.readUpTo(12, [tally, census]);
    expect(await log.parked()).toEqual([
      [4, expect.stringMatching(/^UnknownVersionError Happened0 of version 2/)],
      [11, null],
    ]);
    expect(await log.sql.query('select sum(events)::int as events from census_v1.type')).toEqual([{ events: 12 }]);
    log.store.events[3] = upcast(later, new Map([['Happened0', [(data: object) => data]]]));
    await retryParked(log.sql, log.store, tally);
    expect(await digestOfProjection(log.sql, tally)).toBe(await log.digestOfRebuild(tally));
  });
});

describe('an error that is not an event’s fault', () => {
  const failures = [
    ['the log.store’s', () => Promise.reject(new UnavailableError(new Error('away')))],
    ['a full disk’s', () => Promise.reject(Object.assign(new Error('no space left'), { code: '53100' }))],
    ['a socket’s', () => Promise.reject(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))],
  ] as const;

  it.each(failures)('parks nothing, however often it comes: %s', async (_, fail) => {
    let left = 4;
    const moody: Projection = {
      ...tally,
      apply: (events, transaction) => (left-- > 0 ? fail() : tally.apply(events, transaction)),
    };
    log.store.grow(5);
    log.start([moody]);
    await log.readUpTo(5, [tally]);
    expect(await log.parkedSeqs()).toEqual([]);
    expect(left).toBe(-1);
  });
});
