import { describe, expect, it } from '@jest/globals';
import { ANY, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import { contractStore, failure, numbered, some } from './contract-store.js';

const store = contractStore();

describe('an append sent again', () => {
  it('as the start of a stream is answered as before, and stored once', async () => {
    const events = some(2);
    const first = await store.append('start', events, { expectedRevision: NO_STREAM });
    const second = await store.append('start', events, { expectedRevision: NO_STREAM });
    expect(second).toEqual(first);
    expect(await store.numbers('start')).toEqual([0, 1]);
  });

  it('at its exact revision is answered as before, even when the stream has gone on', async () => {
    await store.append('gone on', numbered(0));
    const event = numbered(1);
    const first = await store.append('gone on', event, { expectedRevision: 0n });
    await store.append('gone on', numbered(2), { expectedRevision: 1n });
    expect(await store.append('gone on', event, { expectedRevision: 0n })).toEqual(first);
    expect(await store.numbers('gone on')).toEqual([0, 1, 2]);
  });

  it.each([ANY, STREAM_EXISTS] as const)(
    'with expected revision %s is answered as before',
    async (expectedRevision) => {
      const stream = `again ${expectedRevision}`;
      await store.append(stream, numbered(0));
      const event = numbered(1);
      const first = await store.append(stream, event, { expectedRevision });
      expect(await store.append(stream, event, { expectedRevision })).toEqual(first);
      expect(await store.numbers(stream)).toEqual([0, 1]);
    },
  );

  it('while the first attempt is still under way is stored once', async () => {
    const event = numbered(0);
    const [first, second] = await Promise.all([
      store.append('twice at once', event),
      store.append('twice at once', event),
    ]);
    expect(second).toEqual(first);
    expect(await store.numbers('twice at once')).toEqual([0]);
  });

  it('in part is answered with the revision of that part', async () => {
    const [a, b] = [numbered(0), numbered(1)];
    await store.append('part', [a, b], { expectedRevision: NO_STREAM });
    expect((await store.append('part', a, { expectedRevision: NO_STREAM })).nextExpectedRevision).toBe(0n);
    expect(await store.numbers('part')).toEqual([0, 1]);
  });

  it('with more events than before is refused', async () => {
    const [a, b] = [numbered(0), numbered(1)];
    await store.append('longer', a, { expectedRevision: NO_STREAM });
    const error = await failure(store.append('longer', [a, b], { expectedRevision: NO_STREAM }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
    expect(await store.numbers('longer')).toEqual([0]);
  });
});

describe('an event id', () => {
  it('alone does not protect: at the re-read revision it is stored again', async () => {
    const event = numbered(0);
    await store.append('re-read', event, { expectedRevision: NO_STREAM });
    expect((await store.append('re-read', event, { expectedRevision: 0n })).nextExpectedRevision).toBe(1n);
    expect(await store.numbers('re-read')).toEqual([0, 0]);
  });

  it('decides, not the content: other content under it is dropped, and called a success', async () => {
    const event = numbered(0);
    await store.append('other content', event, { expectedRevision: NO_STREAM });
    const other = numbered(99, { id: event.id });
    expect((await store.append('other content', other, { expectedRevision: NO_STREAM })).success).toBe(true);
    expect(await store.numbers('other content')).toEqual([0]);
  });

  it('may stand twice in one append', async () => {
    const event = numbered(0);
    await store.append('pair', [event, numbered(1, { id: event.id })], { expectedRevision: NO_STREAM });
    expect(await store.numbers('pair')).toEqual([0, 1]);
  });

  it('may stand in two streams', async () => {
    const event = numbered(0);
    await store.append('left', event);
    await store.append('right', event);
    expect([await store.numbers('left'), await store.numbers('right')]).toEqual([[0], [0]]);
  });
});
