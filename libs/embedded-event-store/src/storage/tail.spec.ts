import { describe, expect, it } from '@jest/globals';
import type { LoggedEvent } from './events.js';
import { Tail } from './tail.js';

const event = (position: number, bytes = 0): LoggedEvent => ({
  position: BigInt(position),
  stream: 's',
  revision: 0n,
  id: '',
  type: 't',
  isJson: true,
  created: '0',
  data: Buffer.alloc(bytes),
  metadata: Buffer.alloc(0),
});
const range = (from: number, to: number): LoggedEvent[] =>
  Array.from({ length: to - from + 1 }, (_, i) => event(from + i));
const positions = (events: LoggedEvent[] | undefined): bigint[] | undefined => events?.map(({ position }) => position);

describe('Tail', () => {
  it('has nothing after the head, and does not know what was before it began', () => {
    const tail = new Tail(10n);
    expect(tail.after(10n, 5)).toEqual([]);
    expect(tail.after(12n, 5)).toEqual([]);
    expect(tail.after(9n, 5)).toBeUndefined();
  });

  it('gives the events after a position, up to the limit', () => {
    const tail = new Tail(10n);
    tail.push(range(11, 20));
    expect(positions(tail.after(10n, 3))).toEqual([11n, 12n, 13n]);
    expect(positions(tail.after(18n, 9))).toEqual([19n, 20n]);
    expect(tail.after(20n, 9)).toEqual([]);
    expect(tail.after(9n, 3)).toBeUndefined();
    expect(tail.headPosition).toBe(20n);
  });

  it('forgets the oldest beyond 16,384 events', () => {
    const tail = new Tail(0n);
    for (let from = 1; from <= 60_000; from += 1000) tail.push(range(from, from + 999));
    expect(tail.after(60_000n - 16_385n, 1)).toBeUndefined();
    expect(positions(tail.after(60_000n - 16_384n, 1))).toEqual([43_617n]);
    expect(positions(tail.after(59_999n, 5))).toEqual([60_000n]);
  });

  it('forgets the oldest beyond 16 MiB', () => {
    const tail = new Tail(0n);
    for (let position = 1; position <= 40; position++) tail.push([event(position, 1024 * 1024)]);
    expect(tail.after(24n, 1)).toBeUndefined();
    expect(positions(tail.after(25n, 1))).toEqual([26n]);
  });

  it('forgets everything on reset', () => {
    const tail = new Tail(0n);
    tail.push(range(1, 5));
    tail.reset(7n);
    expect(tail.headPosition).toBe(7n);
    expect(tail.after(3n, 5)).toBeUndefined();
    tail.push([event(8)]);
    expect(positions(tail.after(7n, 5))).toEqual([8n]);
  });
});
