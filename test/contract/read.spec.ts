import { beforeAll, describe, expect, it } from '@jest/globals';
import { BACKWARDS, binaryEvent, END, START } from '@eventstore/db-client';
import { contractStore, failure, some } from './contract-store.js';

const store = contractStore();

describe('reading a stream', () => {
  beforeAll(async () => {
    await store.append('five', some(5));
  });

  it.each([
    ['from the start', {}, [0, 1, 2, 3, 4]],
    ['from a revision on, that one included', { fromRevision: 2n }, [2, 3, 4]],
    ['as many as asked for', { maxCount: 2 }, [0, 1]],
    ['from behind its end: nothing', { fromRevision: 9n }, []],
    ['backwards from the end', { direction: BACKWARDS, fromRevision: END }, [4, 3, 2, 1, 0]],
    ['backwards from a revision, that one included', { direction: BACKWARDS, fromRevision: 3n }, [3, 2, 1, 0]],
    ['backwards from behind its end', { direction: BACKWARDS, fromRevision: 9n }, [4, 3, 2, 1, 0]],
    ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
    ['the newest event', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }, [4]],
  ] as const)('%s', async (_, options, expected) => {
    expect(await store.numbers('five', options)).toEqual(expected);
  });

  it('that is missing is an error that names it', async () => {
    const error = await failure(store.numbers('missing'));
    expect(error).toMatchObject({ type: 'stream-not-found', streamName: store.name('missing') });
  });

  it('of several pages gives each event once, in order', async () => {
    await store.append('long', some(1500));
    await store.append('long', some(1500, 1500));
    const all = some(3000).map((_, n) => n);
    expect(await store.numbers('long')).toEqual(all);
    expect(await store.numbers('long', { direction: BACKWARDS, fromRevision: END })).toEqual(all.reverse());
  });

  it('tells each event’s position, that of the append’s answer for its last', async () => {
    const answer = await store.append('placed', some(2));
    const positions: (bigint | undefined)[] = [];
    for await (const { event, commitPosition } of store.client.readStream(store.name('placed'))) {
      positions.push(event?.position?.commit);
      expect(commitPosition).toBe(event?.position?.commit);
    }
    expect(positions[1]).toBe(answer.position?.commit);
    expect(positions[0]! < positions[1]!).toBe(true);
  });

  it('tells when each event was stored', async () => {
    const before = Date.now() - 1;
    await store.append('dated', some(1));
    for await (const { event } of store.client.readStream(store.name('dated'))) {
      expect(event?.created.getTime()).toBeGreaterThanOrEqual(before);
      expect(event?.created.getTime()).toBeLessThanOrEqual(Date.now() + 1);
    }
  });

  it('resolves a link to the event it points at when asked to', async () => {
    await store.append('target', some(3));
    const links = store.name('links');
    await store.client.appendToStream(links, [
      binaryEvent({ type: '$>', data: Buffer.from(`1@${store.name('target')}`) }),
      binaryEvent({ type: '$>', data: Buffer.from(`9@${store.name('target')}`) }),
    ]);
    const resolved = [];
    for await (const { event, link } of store.client.readStream(links, { resolveLinkTos: true })) {
      resolved.push([event?.streamId, event?.revision, link?.streamId, link?.revision]);
    }
    expect(resolved).toEqual([
      [store.name('target'), 1n, links, 0n],
      [undefined, undefined, links, 1n],
    ]);
  });
});
