import { describe, expect, it } from '@jest/globals';
import {
  BACKWARDS,
  binaryEvent,
  END,
  FORWARDS,
  jsonEvent,
  type Position,
  type ReadPosition,
} from '@eventstore/db-client';
import { contractStore, type Numbered, numbered, some } from './contract-store.js';

const store = contractStore();

// The events of the named streams within `$all`, with their positions.
async function readAll(streams: RegExp, fromPosition: ReadPosition, direction: typeof FORWARDS | typeof BACKWARDS) {
  const found: { n: number; stream: string; position: bigint }[] = [];
  for await (const { event } of store.client.readAll({ fromPosition, direction, maxCount: 5000 })) {
    if (event === undefined || !streams.test(event.streamId)) continue;
    const { n } = event.data as Numbered['data'];
    found.push({ n, stream: event.streamId, position: event.position.commit });
  }
  return found;
}

const positionOf = ({ position }: { position?: Position }): Position => {
  if (position === undefined) throw new Error('the append was answered without a position');
  return position;
};

describe('$all', () => {
  it('has the events in the order of their appends, both ways', async () => {
    const first = await store.append('order-a', numbered(0));
    for (const n of [1, 2, 3, 4, 5]) await store.append(n % 2 ? 'order-b' : 'order-a', numbered(n));
    const streams = new RegExp(`^(${store.name('order-a')}|${store.name('order-b')})$`);
    const forwards = await readAll(streams, positionOf(first), FORWARDS);
    const backwards = await readAll(streams, END, BACKWARDS);
    expect(forwards.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(backwards).toEqual([...forwards].reverse());
  });

  it('is read forwards from a position on, backwards from before it', async () => {
    const first = await store.append('edge', numbered(0));
    const second = await store.append('edge', numbered(1));
    const streams = new RegExp(`^${store.name('edge')}$`);
    expect((await readAll(streams, positionOf(second), FORWARDS)).map(({ n }) => n)).toEqual([1]);
    expect((await readAll(streams, positionOf(second), BACKWARDS)).map(({ n }) => n)).toEqual([0]);
    expect((await readAll(streams, positionOf(first), BACKWARDS)).map(({ n }) => n)).toEqual([]);
  });

  it('gives racing appends rising positions, those that they were answered with', async () => {
    const before = await store.append('before', numbered(0));
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => store.append(`racer-${n}`, numbered(n))));
    const events = await readAll(/^racer-/, positionOf(before), FORWARDS);
    const positions = events.map(({ position }) => position);
    expect(positions).toHaveLength(200);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(answers.map((answer) => positionOf(answer).commit))).toEqual(new Set(positions));
  });

  it('of several pages gives each event once, both ways', async () => {
    const first = await store.append('long', numbered(0));
    await store.append('long', some(1400, 1));
    await store.append('long', some(1400, 1401));
    const streams = new RegExp(`^${store.name('long')}$`);
    const forwards = await readAll(streams, positionOf(first), FORWARDS);
    expect(forwards.map(({ n }) => n)).toEqual(Array.from({ length: 2801 }, (_, n) => n));
    expect(await readAll(streams, END, BACKWARDS)).toEqual([...forwards].reverse());
  });

  it('tells both fields of a position, which are one and the same, as the append did', async () => {
    const answer = positionOf(await store.append('both fields', some(2)));
    expect(answer.prepare).toBe(answer.commit);
    const read = store.client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 });
    for await (const { event, commitPosition } of read) {
      expect(event?.position).toEqual(answer);
      expect(commitPosition).toBe(answer.commit);
    }
    expect.assertions(3);
  });

  it('has each event as its stream has it', async () => {
    const { commit, prepare } = positionOf(await store.append('same', numbered(0)));
    await store.client.appendToStream(store.name('same'), [
      binaryEvent({ type: '扫描件', data: Buffer.from([0, 255]), metadata: Buffer.from([1]) }),
      jsonEvent({ type: 'bare', data: '内资' }),
    ]);
    const fromAll: unknown[] = [];
    const fromStream: unknown[] = [];
    const all = store.client.readAll({ fromPosition: { commit, prepare } });
    for await (const { event } of all) if (event?.streamId === store.name('same')) fromAll.push(event);
    for await (const { event } of store.client.readStream(store.name('same'))) fromStream.push(event);
    expect(fromAll).toEqual(fromStream);
    expect(fromAll).toHaveLength(3);
  });

  it('resolves a link to the event it points at when asked to', async () => {
    await store.append('target', some(2));
    const links = store.name('links');
    const link = binaryEvent({ type: '$>', data: Buffer.from(`1@${store.name('target')}`) });
    const fromPosition = positionOf(await store.client.appendToStream(links, link));
    const resolved = [];
    for await (const each of store.client.readAll({ fromPosition, maxCount: 1, resolveLinkTos: true }))
      resolved.push([each.event?.streamId, each.event?.revision, each.link?.streamId, each.link?.revision]);
    expect(resolved).toEqual([[store.name('target'), 1n, links, 0n]]);
  });

  it('starts with events of the system', async () => {
    for await (const { event } of store.client.readAll({ maxCount: 1 })) expect(event?.type).toMatch(/^\$/);
    expect.assertions(1);
  });

  it('holds the events of metadata and of deletes in their places', async () => {
    const before = await store.append('deleted', numbered(0));
    await store.client.setStreamMetadata(store.name('deleted'), { maxCount: 5 });
    await store.append('deleted', numbered(1));
    await store.client.tombstoneStream(store.name('deleted'));
    const types = [];
    for await (const { event } of store.client.readAll({ fromPosition: positionOf(before) })) {
      if (event?.streamId.endsWith(store.name('deleted'))) types.push([event.streamId.startsWith('$$'), event.type]);
    }
    expect(types).toEqual([
      [false, 'thing-done'],
      [true, '$metadata'],
      [false, 'thing-done'],
      [false, '$streamDeleted'],
    ]);
  });
});
