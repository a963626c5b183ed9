import { describe, expect, it } from '@jest/globals';
import {
  ANY,
  binaryEvent,
  type EventData,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
  type WrongExpectedVersionError,
} from '@eventstore/db-client';
import { contractStore, failure, numbered, some } from './contract-store.js';

const store = contractStore();

// Credentials make the client append by a call of its own instead of by the shared batch.
const BY_CALL = { credentials: { username: 'admin', password: 'changeit' } };

describe.each([
  ['in a batch', {}],
  ['by a call of its own', BY_CALL],
])('an append %s', (how, route) => {
  const named = (stream: string): string => `${stream} ${how}`;

  it('starts a stream at revision 0 and answers the revision and position of its last event', async () => {
    const answer = await store.append(named('new'), some(2), { expectedRevision: NO_STREAM, ...route });
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(answer.position?.commit).toBe(answer.position?.prepare);
    expect(await store.revisions(named('new'))).toEqual([0n, 1n]);
  });

  it('continues a stream at the exact revision that was expected', async () => {
    await store.append(named('exact'), numbered(0), route);
    const answer = await store.append(named('exact'), numbered(1), { expectedRevision: 0n, ...route });
    expect(answer.nextExpectedRevision).toBe(1n);
    expect(await store.numbers(named('exact'))).toEqual([0, 1]);
  });

  it('asks for no revision unless told to', async () => {
    await store.append(named('any'), numbered(0), route);
    await store.append(named('any'), numbered(1), { expectedRevision: ANY, ...route });
    expect(await store.numbers(named('any'))).toEqual([0, 1]);
  });

  it.each([
    ['a stream that should not be there', 1, NO_STREAM, 'no_stream', 0n],
    ['a revision the stream has passed', 2, 0n, 0n, 1n],
    ['a revision the stream has not reached', 1, 9n, 9n, 0n],
    ['a revision of a missing stream', 0, 3n, 3n, 'no_stream'],
    ['a stream that should be there', 0, STREAM_EXISTS, 'stream_exists', 'no_stream'],
  ] as const)('is refused for %s', async (title, existing, expectedRevision, expectedVersion, actualVersion) => {
    const stream = named(title);
    if (existing > 0) await store.append(stream, some(existing));
    expect(await failure(store.append(stream, numbered(9), { expectedRevision, ...route }))).toMatchObject({
      type: 'wrong-expected-version',
      streamName: store.name(stream),
      expectedVersion,
      actualVersion,
    });
    if (existing > 0) expect(await store.numbers(stream)).toHaveLength(existing);
  });

  it('of more than 1 MiB is refused whole, with the limit', async () => {
    const halfMegabyte = (): EventData => jsonEvent({ type: 'big', data: { x: 'x'.repeat(500_000) } });
    const events = [halfMegabyte(), halfMegabyte(), halfMegabyte()];
    const stream = store.name(named('too big'));
    expect(await failure(store.client.appendToStream(stream, events, route))).toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
    expect(await failure(store.revisions(named('too big')))).toMatchObject({ type: 'stream-not-found' });
  });

  it('past its deadline is refused and says so', async () => {
    const stream = store.name(named('late'));
    const error = await failure(store.client.appendToStream(stream, some(1000), { deadline: 1, ...route }));
    expect(error).toMatchObject({ type: 'deadline-exceeded' });
  });
});

describe('appending', () => {
  it('nothing to a missing stream succeeds and creates nothing', async () => {
    const answer = await store.client.appendToStream(store.name('nothing'), [], { expectedRevision: NO_STREAM });
    expect(answer.success).toBe(true);
    expect(answer.position).toBeDefined();
    expect(await failure(store.revisions('nothing'))).toMatchObject({ type: 'stream-not-found' });
  });

  it('nothing still asks for the expected revision', async () => {
    await store.append('nothing more', numbered(0));
    const stream = store.name('nothing more');
    const answer = await store.client.appendToStream(stream, [], { expectedRevision: 0n });
    expect(answer.nextExpectedRevision).toBe(0n);
    const error = await failure(store.client.appendToStream(stream, [], { expectedRevision: 5n }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
  });

  it('2000 events at once stores them all, in order', async () => {
    const answer = await store.append('many', some(2000));
    expect(answer.nextExpectedRevision).toBe(1999n);
    expect(await store.numbers('many')).toEqual(some(2000).map((_, n) => n));
  });

  it('an event of 900 KB is possible', async () => {
    const stream = store.name('large');
    await store.client.appendToStream(stream, jsonEvent({ type: 'large', data: { x: 'x'.repeat(900_000) } }));
    for await (const { event } of store.client.readStream(stream)) {
      expect((event?.data as unknown as { x: string }).x).toHaveLength(900_000);
    }
  });

  it('16 times at one revision lets exactly one win', async () => {
    await store.append('race', numbered(0));
    const outcomes = await Promise.allSettled(
      some(16, 1).map((event) => store.append('race', event, { expectedRevision: 0n })),
    );
    const lost = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason as WrongExpectedVersionError] : []));
    expect(lost).toHaveLength(15);
    expect(new Set(lost.map((error) => error.type))).toEqual(new Set(['wrong-expected-version']));
    expect(await store.revisions('race')).toEqual([0n, 1n]);
  });

  it('JSON, bytes and no metadata come back as they went', async () => {
    const stream = store.name('kinds');
    await store.client.appendToStream(stream, [
      numbered(7),
      binaryEvent({ type: 'raw', data: Buffer.from([0, 255, 10]), metadata: Buffer.from('tag') }),
      jsonEvent({ type: 'bare', data: '内资 ę' }),
    ]);
    const events = [];
    for await (const { event } of store.client.readStream(stream)) events.push(event);
    expect(events).toMatchObject([
      {
        streamId: stream,
        revision: 0n,
        type: 'thing-done',
        isJson: true,
        data: { n: 7 },
        metadata: { by: 'contract' },
      },
      { revision: 1n, type: 'raw', isJson: false, data: new Uint8Array([0, 255, 10]) },
      { revision: 2n, type: 'bare', isJson: true, data: '内资 ę', metadata: undefined },
    ]);
  });

  it('to a system stream is possible', async () => {
    expect((await store.append('$odd', numbered(0))).nextExpectedRevision).toBe(0n);
  });
});
