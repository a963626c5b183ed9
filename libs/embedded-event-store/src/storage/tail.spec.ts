import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from './events.js';
import { Tail, sizeInTail } from './tail.js';

const event = (position: bigint, bytes = 0): LoggedEvent => ({
  position,
  stream: 's',
  revision: 0n,
  id: '',
  type: 't',
  isJson: true,
  created: '0',
  data: Buffer.alloc(bytes),
  metadata: Buffer.alloc(0),
});
const run = (first: number, count: number): LoggedEvent[] =>
  Array.from({ length: count }, (_, index) => event(BigInt(first + index)));
const positions = (events: LoggedEvent[] | undefined): bigint[] | undefined => events?.map(({ position }) => position);

const LIMITS = { events: 5, bytes: 2000 };

/** The newest events that the limits allow, counted one by one. */
function kept(events: readonly LoggedEvent[]): LoggedEvent[] {
  const found: LoggedEvent[] = [];
  let bytes = 0;
  for (const each of events.toReversed()) {
    bytes += sizeInTail(each);
    if (found.length === LIMITS.events || bytes > LIMITS.bytes) break;
    found.unshift(each);
  }
  return found;
}

type Step = { readonly push: readonly number[] } | { readonly skip: number };

// Some add up to the limit exactly.
const size = fc.constantFrom(0, 244, 744, 1000, 1744, 1745);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ push: fc.array(size, { maxLength: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ skip: fc.integer({ min: 0, max: 3 }) }) },
);

describe('Tail', () => {
  it('has exactly the newest events that fit, whatever was pushed and forgotten before', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 20n), fc.array(step, { maxLength: 12 }), (before, steps) => {
        const tail = new Tail(before, LIMITS);
        let head = before;
        let known: LoggedEvent[] = [];
        for (const each of steps) {
          if ('push' in each) {
            const events = each.push.map((bytes, index) => event(head + BigInt(index + 1), bytes));
            tail.push(events);
            known.push(...events);
            head += BigInt(events.length);
          } else {
            head += BigInt(each.skip);
            tail.reset(head);
            known = [];
          }
          const here = kept(known);
          const questions = Array.from({ length: Number(head) + 3 }, (_, position) =>
            [1, 3, 100].map((limit) => ({ position: BigInt(position), limit })),
          ).flat();
          const expected = questions.map(({ position, limit }) =>
            head - position > BigInt(here.length)
              ? undefined
              : positions(here.filter((one) => one.position > position).slice(0, limit)),
          );
          const answers = questions.map(({ position, limit }) => positions(tail.after(position, limit)));
          expect([tail.headPosition, answers]).toEqual([head, expected]);
        }
      }),
    );
  });

  it('keeps 16,384 events', () => {
    const tail = new Tail(0n);
    for (let first = 1; first <= 60_000; first += 1000) tail.push(run(first, 1000));
    expect(tail.after(60_000n - 16_385n, 1)).toBeUndefined();
    expect(positions(tail.after(60_000n - 16_384n, 1))).toEqual([43_617n]);
  });

  it('keeps 16 MiB', () => {
    const tail = new Tail(0n);
    for (let position = 1n; position <= 40n; position += 1n) tail.push([event(position, 1024 * 1024)]);
    expect(tail.after(24n, 1)).toBeUndefined();
    expect(positions(tail.after(25n, 1))).toEqual([26n]);
  });
});
