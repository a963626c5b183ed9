import { afterEach, describe, expect, it } from '@jest/globals';
import {
  END,
  eventTypeFilter,
  excludeSystemEvents,
  type Position,
  START,
  streamNameFilter,
  type SubscribeToAllOptions,
  type SubscribeToStreamOptions,
} from '@eventstore/db-client';
import { contractStore, numbered, some } from './contract-store.js';
import { Following } from './following.js';

const store = contractStore();
const followings: Following[] = [];

function follow(stream: string, options: SubscribeToStreamOptions): Following {
  const following = new Following(store.client.subscribeToStream(store.name(stream), options));
  followings.push(following);
  return following;
}

function followAll(options: SubscribeToAllOptions): Following {
  const following = new Following(store.client.subscribeToAll(options));
  followings.push(following);
  return following;
}

const events =
  (count: number) =>
  (following: Following): boolean =>
    following.events.length >= count;
const signal =
  (name: string) =>
  (following: Following): boolean =>
    following.signals.includes(name);

// The position before which nothing of a test has happened.
const here = async (): Promise<Position> => {
  const { position } = await store.append('here', numbered(0));
  if (position === undefined) throw new Error('the append was answered without a position');
  return position;
};

afterEach(async () => {
  await Promise.all(followings.splice(0).map((following) => following.stop()));
});

describe('a subscription to a stream', () => {
  it('from the start has what is there, tells that it has caught up, and goes on live', async () => {
    const at = (revision: number): string => `${store.name('live')}@${revision}`;
    await store.append('live', some(2));
    const following = follow('live', { fromRevision: START });
    await following.until(signal('caughtUp'));
    await store.append('live', numbered(2));
    await following.until(events(3));
    expect(following.signals).toEqual(['confirmed', at(0), at(1), 'caughtUp', at(2)]);
  });

  it('from a revision begins after it', async () => {
    await store.append('after', some(3));
    const following = follow('after', { fromRevision: 0n });
    await following.until(signal('caughtUp'));
    expect(following.events).toEqual([`${store.name('after')}@1`, `${store.name('after')}@2`]);
  });

  it('from the end has only what comes', async () => {
    await store.append('end', some(2));
    const following = follow('end', { fromRevision: END });
    await following.until(signal('caughtUp'));
    await store.append('end', numbered(2));
    await following.until(events(1));
    expect(following.events).toEqual([`${store.name('end')}@2`]);
  });

  it('that is missing waits for it, and has caught up only then', async () => {
    const following = follow('later', { fromRevision: START });
    await following.until(signal('confirmed'));
    await store.append('later', numbered(0));
    await following.until(signal('caughtUp'));
    expect(following.signals).toEqual(['confirmed', `${store.name('later')}@0`, 'caughtUp']);
  });

  it('that is tombstoned is an error', async () => {
    await store.append('tombstoned', numbered(0));
    await store.client.tombstoneStream(store.name('tombstoned'));
    const following = follow('tombstoned', { fromRevision: START });
    await following.until(({ signals }) => signals.length > 1);
    expect(following.signals.slice(1)).toEqual([{ error: 'stream-deleted' }]);
  });

  it('ends with an error when the stream is tombstoned', async () => {
    await store.append('falls', numbered(0));
    const following = follow('falls', { fromRevision: START });
    await following.until(signal('caughtUp'));
    await store.client.tombstoneStream(store.name('falls'));
    await following.until(({ signals }) => signals.some((s) => typeof s !== 'string'));
    expect(following.signals.at(-1)).toEqual({ error: 'stream-deleted' });
  });
});

describe('a subscription to $all', () => {
  it('begins after the position it is given', async () => {
    const fromPosition = await here();
    await store.append('next', some(2));
    const following = followAll({ fromPosition });
    await following.until(events(2));
    expect(following.events).toEqual([`${store.name('next')}@0`, `${store.name('next')}@1`]);
  });

  it('can be narrowed to streams by prefix', async () => {
    const fromPosition = await here();
    await store.append('other', numbered(0));
    await store.append('east', some(2));
    await store.append('west', numbered(0));
    const following = followAll({ fromPosition, filter: streamNameFilter({ prefixes: ['east', 'west'] }) });
    await following.until(signal('caughtUp'));
    expect(following.events).toEqual([`${store.name('east')}@0`, `${store.name('east')}@1`, `${store.name('west')}@0`]);
  });

  it('can be narrowed to event types by pattern', async () => {
    const fromPosition = await here();
    const types = ['kind-a', 'other', 'kind-b'];
    await store.append(
      'typed',
      types.map((type, n) => numbered(n, { type })),
    );
    const following = followAll({ fromPosition, filter: eventTypeFilter({ regex: '^kind-.$' }) });
    await following.until(signal('caughtUp'));
    expect(following.events).toEqual([`${store.name('typed')}@0`, `${store.name('typed')}@2`]);
  });

  it('without system events leaves metadata out, live as well', async () => {
    const following = followAll({ fromPosition: END, filter: excludeSystemEvents() });
    await following.until(signal('caughtUp'));
    await store.client.setStreamMetadata(store.name('noted'), { maxCount: 9 });
    await store.append('noted', some(2));
    await following.until(events(2));
    expect(following.events).toEqual([`${store.name('noted')}@0`, `${store.name('noted')}@1`]);
  });

  it.each([
    // One at the end of each so many events considered, or thereabouts.
    [32, 2, { least: 4, most: 6 }],
    [64, 1, { least: 4, most: 6 }],
    [32, 1, { least: 8, most: 11 }],
    [200, 1, { least: 1, most: 2 }],
  ])(
    'tells its progress by checkpoints while nothing matches: search window %i, interval %i',
    async (maxSearchWindow, checkpointInterval, { least, most }) => {
      const fromPosition = await here();
      await store.append('unwanted', some(300));
      const last = (await store.append('unwanted', some(20, 300))).position;
      const checkpoints: Position[] = [];
      const following = followAll({
        fromPosition,
        filter: streamNameFilter({
          prefixes: ['never-'],
          checkpointInterval,
          maxSearchWindow,
          checkpointReached: (_, position) => void checkpoints.push(position),
        }),
      });
      await following.until(signal('caughtUp'));
      expect(following.events).toEqual([]);
      const commits = checkpoints.map(({ commit }) => commit);
      expect(commits.length).toBeGreaterThanOrEqual(least);
      expect(commits.length).toBeLessThanOrEqual(most);
      // Rising, and never beyond what was read.
      expect(commits).toEqual([...new Set(commits)].sort((a, b) => (a < b ? -1 : 1)));
      expect(commits.every((commit) => commit > fromPosition.commit && commit <= (last?.commit ?? 0n))).toBe(true);
      expect(checkpoints.every(({ commit, prepare }) => commit === prepare)).toBe(true);
    },
  );

  it('gives each of several followers every event in the same order', async () => {
    const fromPosition = await here();
    const early = [1, 2, 3].map(() => followAll({ fromPosition, filter: streamNameFilter({ prefixes: ['shared-'] }) }));
    await Promise.all(Array.from({ length: 60 }, (_, n) => store.append(`shared-${n % 4}`, numbered(n))));
    const late = followAll({ fromPosition, filter: streamNameFilter({ prefixes: ['shared-'] }) });
    await Promise.all([...early, late].map((following) => following.until(events(60))));
    for (const following of early) expect(following.events).toEqual(late.events);
    expect(new Set(late.events).size).toBe(60);
  });

  it('is one of many: a hundred followers have every event', async () => {
    const fromPosition = await here();
    const filter = streamNameFilter({ prefixes: ['crowd-'] });
    const crowd = Array.from({ length: 50 }, () => followAll({ fromPosition, filter }));
    const streams = Array.from({ length: 50 }, () => follow('crowd-0', { fromRevision: START }));
    await Promise.all(Array.from({ length: 40 }, (_, n) => store.append(`crowd-${n % 2}`, numbered(n))));
    await Promise.all([
      ...crowd.map((following) => following.until(events(40))),
      ...streams.map((following) => following.until(events(20))),
    ]);
    for (const following of crowd) expect(following.events).toEqual(crowd[0]?.events);
    for (const following of streams)
      expect(following.events).toEqual(some(20).map((_, n) => `${store.name('crowd-0')}@${n}`));
  });
});
