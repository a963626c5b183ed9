import { setTimeout as elapsed } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { BACKWARDS, END, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import { contractStore, failure, numbered, some } from './contract-store.js';

const store = contractStore();

describe('the metadata of a stream', () => {
  it('is none until it is set', async () => {
    await store.append('plain', numbered(0));
    const stream = store.name('plain');
    expect(await store.client.getStreamMetadata(stream)).toEqual({ streamName: stream });
  });

  it('is read back as it was set, the newest of it, own keys included', async () => {
    const stream = store.name('kept');
    await store.client.setStreamMetadata(stream, { maxAge: 3600, owner: '投资促进局' });
    expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ maxAge: 3600, owner: '投资促进局' });
    const answer = await store.client.setStreamMetadata(stream, { maxCount: 11 });
    expect(answer.nextExpectedRevision).toBe(1n);
    expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 11 });
  });

  it('is a stream of its own, with expected revisions, of which the newest event is readable', async () => {
    const stream = store.name('versioned');
    await store.client.setStreamMetadata(stream, { maxCount: 1 }, { expectedRevision: NO_STREAM });
    const again = store.client.setStreamMetadata(stream, { maxCount: 2 }, { expectedRevision: NO_STREAM });
    expect(await failure(again)).toMatchObject({
      type: 'wrong-expected-version',
      streamName: `$$${stream}`,
      expectedVersion: 'no_stream',
      actualVersion: 0n,
    });
    await store.client.setStreamMetadata(stream, { maxCount: 2 }, { expectedRevision: 0n });
    const revisions = [];
    for await (const { event } of store.client.readStream(`$$${stream}`)) revisions.push(event?.revision);
    expect(revisions).toEqual([1n]);
  });

  it('may be set before the stream exists, and does not make it readable', async () => {
    await store.client.setStreamMetadata(store.name('ahead'), { maxCount: 1 });
    expect(await failure(store.numbers('ahead'))).toMatchObject({ type: 'stream-not-found' });
    await store.append('ahead', some(2), { expectedRevision: NO_STREAM });
    expect(await store.numbers('ahead')).toEqual([1]);
  });

  it('suffices for an append that wants the stream to exist', async () => {
    await store.client.setStreamMetadata(store.name('implied'), { maxCount: 10 });
    const answer = await store.append('implied', numbered(0), { expectedRevision: STREAM_EXISTS });
    expect(answer.nextExpectedRevision).toBe(0n);
  });
});

describe('what a reader sees', () => {
  it('are the newest events, as many as maxCount', async () => {
    await store.append('counted', some(4));
    await store.client.setStreamMetadata(store.name('counted'), { maxCount: 2 });
    expect(await store.numbers('counted')).toEqual([2, 3]);
    expect(await store.numbers('counted', { direction: BACKWARDS, fromRevision: END })).toEqual([3, 2]);
    await store.append('counted', numbered(4));
    expect(await store.numbers('counted')).toEqual([3, 4]);
  });

  it('are the events from truncateBefore on', async () => {
    await store.append('cut', some(4));
    await store.client.setStreamMetadata(store.name('cut'), { truncateBefore: 3 });
    expect(await store.numbers('cut')).toEqual([3]);
    expect(await store.numbers('cut', { fromRevision: 1n })).toEqual([3]);
    expect(await store.revisions('cut')).toEqual([3n]);
  });

  it('are the events younger than maxAge', async () => {
    await store.append('aged', numbered(0));
    await store.client.setStreamMetadata(store.name('aged'), { maxAge: 1 });
    const deadline = Date.now() + 20_000;
    let seen = await store.numbers('aged');
    expect(seen).toEqual([0]);
    while (seen.length > 0 && Date.now() < deadline) {
      await elapsed(50);
      seen = await store.numbers('aged');
    }
    expect(seen).toEqual([]);
    await store.append('aged', numbered(1));
    expect(await store.numbers('aged')).toEqual([1]);
  });

  it('is everything again when the limits are lifted', async () => {
    await store.append('lifted', some(3));
    await store.client.setStreamMetadata(store.name('lifted'), { maxCount: 1 });
    expect(await store.numbers('lifted')).toEqual([2]);
    await store.client.setStreamMetadata(store.name('lifted'), {});
    expect(await store.numbers('lifted')).toEqual([0, 1, 2]);
  });
});
