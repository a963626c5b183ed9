import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#libs/values';
import { overdueSpan, spanOf, spansAroundDay, spansAroundSeq } from './spans.js';

const seqs = fc.bigInt({ min: 1n, max: 10n ** 11n });

describe('the names of spans', () => {
  it('are found from every point within, however long the span', () => {
    fc.assert(
      fc.property(seqs, fc.nat(36), fc.double({ min: 0, max: 1, noNaN: true }), (from, level, share) => {
        const length = 1n + BigInt(Math.floor(2 ** level * share));
        const within = from + BigInt(Math.floor(Number(length - 1n) * share));
        for (const point of [from, within, from + length - 1n])
          expect(spansAroundSeq(point)).toContain(spanOf(from, from + length));
      }),
    );
  });

  it('lead to few spans that lie elsewhere: none so far away as twice their length', () => {
    fc.assert(
      fc.property(seqs, fc.bigInt({ min: 1n, max: 10n ** 6n }), seqs, (from, length, point) => {
        fc.pre(point < from - 2n * length || point >= from + 2n * length + length);
        expect(spansAroundSeq(point)).not.toContain(spanOf(from, from + length));
      }),
    );
  });

  it('of overdue days begin after the day that something fell due, and end before it was closed', () => {
    expect(overdueSpan('2022-03-10', '2022-03-11')).toBeNull();
    expect(overdueSpan('2022-03-10', '2022-03-09')).toBeNull();
    expect(overdueSpan('2022-03-10', null)).toBeNull();
    expect(overdueSpan(null, '2022-03-10')).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: 2, max: 20_000 }), (start, late) => {
        const due = addDays('2022-01-01', start);
        const span = overdueSpan(due, addDays(due, late));
        expect(spansAroundDay(addDays(due, 1))).toContain(span);
        expect(spansAroundDay(addDays(due, late - 1))).toContain(span);
      }),
    );
  });
});
