import { describe, expect, it } from '@jest/globals';
import { STREAM_EVENTS, operationsOf, preparedStreams } from './workload.js';

const share = { side: 'ours', round: 1, pass: 1, size: 50 } as const;
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('the workload of commands', () => {
  it('is four changes to one opening, each change on a stream of its own with twenty events', () => {
    const prepared = [...preparedStreams(share)];
    expect(new Set(prepared.map(({ events }) => events.length))).toEqual(new Set([STREAM_EVENTS]));
    const changes = operationsOf(share).filter(({ expected }) => expected >= 0n);
    expect(changes.map(({ stream }) => stream)).toEqual(prepared.map(({ stream }) => stream));
    expect(changes).toHaveLength(40);
    expect(new Set(changes.map(({ expected }) => expected))).toEqual(new Set([BigInt(STREAM_EVENTS - 1)]));
  });

  it('comes back to the same streams, one event longer, in the second pass', () => {
    const streams = (pass: 1 | 2) =>
      operationsOf({ ...share, pass }).filter(({ expected }) => expected === BigInt(STREAM_EVENTS + pass - 2));
    expect(streams(2).map(({ stream }) => stream)).toEqual(streams(1).map(({ stream }) => stream));
  });

  it('has streams, ids and keys of its own for each side, and the same bytes', () => {
    const [ours, reference] = (['ours', 'reference'] as const).map((side) => operationsOf({ ...share, side }));
    expect(ours?.map(({ body }) => body)).toEqual(reference?.map(({ body }) => body));
    expect(ours?.map(({ event }) => bytes(event))).toEqual(reference?.map(({ event }) => bytes(event)));
    const ids = [...(ours ?? []), ...(reference ?? [])].map(({ event }) => event.id);
    expect(new Set(ids).size).toBe(100);
  });
});
