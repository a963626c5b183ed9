import { describe, expect, it } from '@jest/globals';
import { missingEvents, proveEqual } from './compare.js';
import { LogsDifferError } from './errors.js';
import { type RawEvent } from './raw-event.js';
import { runsOf } from './runs.js';

const event = (over: Partial<RawEvent> = {}): RawEvent => ({
  stream: '项目-1',
  revision: 0n,
  id: '5f1f3d0c-8f5c-4a8e-9d43-6b8f2f6f8e11',
  type: 'Happened',
  contentType: 'application/json',
  data: Buffer.from('{"n":1}'),
  metadata: Buffer.from('{}'),
  ...over,
});

const ORIGINAL = [event(), event({ revision: 1n }), event({ stream: '项目-2' })];

async function* log(...events: RawEvent[]): AsyncGenerator<RawEvent> {
  yield* events;
}

const differenceOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof LogsDifferError)) throw error;
      return { found: error.found, ...error.difference };
    },
  );

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('the proof', () => {
  it.each([
    ['stream', { stream: '项目-3' }],
    ['revision', { revision: 2n }],
    ['id', { id: '5f1f3d0c-8f5c-4a8e-9d43-6b8f2f6f8e12' }],
    ['type', { type: 'Happened2' }],
    ['contentType', { contentType: 'application/octet-stream' }],
    ['data', { data: Buffer.from('{"n":1 }') }],
    ['metadata', { metadata: Buffer.alloc(0) }],
  ])('tells another %s', async (field, over) => {
    const [first, second, third] = ORIGINAL;
    const changed = { ...second!, ...over };
    const proof = proveEqual(log(...ORIGINAL), log(first!, changed, third!));
    expect(await differenceOf(proof)).toEqual({
      found: 'after-copying',
      seq: 2n,
      source: second,
      target: changed,
      field,
    });
  });

  it('tells another order, and on which side an event is missing', async () => {
    const [first, second, third] = ORIGINAL as [RawEvent, RawEvent, RawEvent];
    expect(await differenceOf(proveEqual(log(...ORIGINAL), log(first, third, second)))).toMatchObject({ seq: 2n });
    const short = log(first, second);
    expect(await differenceOf(proveEqual(log(...ORIGINAL), short))).toMatchObject({ seq: 3n, source: third });
    const long = log(...ORIGINAL, third);
    expect(await differenceOf(proveEqual(log(...ORIGINAL), long))).toMatchObject({ seq: 4n, target: third });
  });

  it('has a digest in which a byte that moves from one field to the next shows', async () => {
    const digests = await Promise.all(
      [event({ type: 'ab', stream: 'c' }), event({ type: 'a', stream: 'cb' }), event({ data: event().metadata })].map(
        async (each) => (await proveEqual(log(each), log(each))).digest,
      ),
    );
    expect(new Set(digests).size).toBe(3);
  });
});

describe('what is missing', () => {
  it('is what comes after the last event of the target', async () => {
    expect(await all(missingEvents(log(...ORIGINAL), log(ORIGINAL[0]!)))).toEqual(ORIGINAL.slice(1));
    expect(await all(missingEvents(log(...ORIGINAL), log()))).toEqual(ORIGINAL);
  });
});

describe('runs', () => {
  it('hold neighbours of one stream, and no more than an append can carry', async () => {
    const sizes = async (...events: RawEvent[]) => (await all(runsOf(log(...events)))).map(({ length }) => length);
    const other = event({ stream: '项目-2' });
    expect(await sizes(event(), event(), other, event())).toEqual([2, 1, 1]);
    expect(await sizes(...Array.from({ length: 1001 }, () => other))).toEqual([500, 500, 1]);
    const big = event({ data: Buffer.alloc(300_000) });
    expect(await sizes(big, big, event(), event({ data: Buffer.alloc(900_000) }))).toEqual([1, 2, 1]);
    expect(await sizes()).toEqual([]);
  });
});
