import { describe, expect, it } from '@jest/globals';
import { NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import { contractStore, failure, numbered, some } from './contract-store.js';

const store = contractStore();

describe('a deleted stream', () => {
  it('is not found, and goes on counting when it is written again', async () => {
    await store.append('again', some(2));
    expect((await store.client.deleteStream(store.name('again'))).position).toBeDefined();
    expect(await failure(store.numbers('again'))).toMatchObject({ type: 'stream-not-found' });
    const answer = await store.append('again', numbered(2), { expectedRevision: NO_STREAM });
    expect(answer.nextExpectedRevision).toBe(2n);
    expect(await store.numbers('again')).toEqual([2]);
    expect(await store.revisions('again')).toEqual([2n]);
  });

  it('may also be continued at its last revision', async () => {
    await store.append('continued', some(2));
    await store.client.deleteStream(store.name('continued'));
    await store.append('continued', numbered(2), { expectedRevision: 1n });
    expect(await store.numbers('continued')).toEqual([2]);
  });

  it('keeps its other metadata when it comes back', async () => {
    const stream = store.name('with metadata');
    await store.append('with metadata', numbered(0));
    await store.client.deleteStream(stream);
    await store.client.setStreamMetadata(stream, { maxCount: 1 });
    await store.append('with metadata', some(2, 1));
    expect(await store.numbers('with metadata')).toEqual([2]);
    expect((await store.client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 1, truncateBefore: 1 });
  });

  it('counts as deleted for an append that wants it to exist', async () => {
    await store.append('gone', numbered(0));
    await store.client.deleteStream(store.name('gone'));
    const error = await failure(store.append('gone', numbered(1), { expectedRevision: STREAM_EXISTS }));
    expect(error).toMatchObject({ type: 'stream-deleted', streamName: store.name('gone') });
  });

  it('may be deleted again', async () => {
    await store.append('twice', numbered(0));
    await store.client.deleteStream(store.name('twice'));
    expect((await store.client.deleteStream(store.name('twice'))).position).toBeDefined();
  });
});

describe('deleting', () => {
  it('at a revision that the stream does not have is refused', async () => {
    await store.append('other revision', numbered(0));
    const stream = store.name('other revision');
    expect(await failure(store.client.deleteStream(stream, { expectedRevision: 7n }))).toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 7n,
      actualVersion: 0n,
    });
    expect(await store.numbers('other revision')).toEqual([0]);
  });

  it('a stream that is missing is refused', async () => {
    const error = await failure(store.client.deleteStream(store.name('missing')));
    expect(error).toMatchObject({ type: 'wrong-expected-version', expectedVersion: -2n, actualVersion: -1n });
  });

  it('a stream that has only metadata is possible', async () => {
    const stream = store.name('only metadata');
    await store.client.setStreamMetadata(stream, { maxCount: 1 });
    expect((await store.client.deleteStream(stream, { expectedRevision: NO_STREAM })).position).toBeDefined();
  });
});

describe('a tombstoned stream', () => {
  it('can be neither read nor written nor deleted any more', async () => {
    const stream = store.name('tombstoned');
    await store.append('tombstoned', numbered(0));
    await store.client.tombstoneStream(stream);
    const gone = { type: 'stream-deleted', streamName: stream };
    expect(await failure(store.numbers('tombstoned'))).toMatchObject(gone);
    expect(await failure(store.append('tombstoned', numbered(1)))).toMatchObject(gone);
    expect(await failure(store.append('tombstoned', numbered(1), { expectedRevision: 0n }))).toMatchObject(gone);
    expect(await failure(store.client.deleteStream(stream))).toMatchObject(gone);
    expect(await failure(store.client.tombstoneStream(stream))).toMatchObject(gone);
  });

  it('has no metadata any more', async () => {
    const stream = store.name('tombstoned with metadata');
    await store.client.setStreamMetadata(stream, { maxCount: 1 });
    await store.client.tombstoneStream(stream);
    expect(await failure(store.client.setStreamMetadata(stream, { maxCount: 2 }))).toMatchObject({
      type: 'stream-deleted',
    });
  });

  it('need not have existed', async () => {
    const stream = store.name('never there');
    await store.client.tombstoneStream(stream, { expectedRevision: NO_STREAM });
    expect(await failure(store.append('never there', numbered(0)))).toMatchObject({ type: 'stream-deleted' });
  });

  it('is not made at a revision that the stream does not have', async () => {
    await store.append('standing', numbered(0));
    const error = await failure(store.client.tombstoneStream(store.name('standing'), { expectedRevision: 5n }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', expectedVersion: 5n, actualVersion: 0n });
    expect(await store.numbers('standing')).toEqual([0]);
  });
});
