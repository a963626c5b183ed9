import { describe, expect, it } from '@jest/globals';
import { type Measurement, bothSides, lineOf, median } from './rounds.js';

const measured = (value: number, total: number): Measurement => ({ value, cpuUs: { store: total / 2, total } });

describe('rounds', () => {
  it('have the middle value for a median, or the mean of the two in the middle', () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([9, 1, 4, 6])).toBe(5);
  });

  it('begin with the other side each time', async () => {
    const begun: string[] = [];
    const side = (name: string) => () => Promise.resolve(begun.push(name));
    for (const round of [1, 2]) await bothSides(round, side('ours'), side('reference'));
    expect(begun).toEqual(['reference', 'ours', 'ours', 'reference']);
  });

  it('make a line whose ratio is the median of their own ratios, not the ratio of medians', () => {
    const line = lineOf('name', 'events/s', [
      { ours: measured(10, 10), reference: measured(100, 2) },
      { ours: measured(90, 30), reference: measured(50, 4) },
      { ours: measured(50, 20), reference: measured(10, 6) },
    ]);
    expect(line).toMatchObject({
      ours: 50,
      reference: 50,
      ratio: 1.8,
      cpuUs: { ours: { store: 10, total: 20 }, reference: { store: 2, total: 4 } },
    });
    expect(line.rounds).toMatchObject([{ ratio: 0.1 }, { ratio: 1.8 }, { ratio: 5 }]);
    expect(line).not.toHaveProperty('p99Ratio');
  });

  it('have a ratio of their 99th percentiles of latency, too, where both sides measured it', () => {
    const timed = (p99: number): Measurement => ({ ...measured(1, 1), latencyMs: { p50: 1, p99 } });
    const rounds = [
      { ours: timed(6), reference: timed(2) },
      { ours: timed(10), reference: timed(2) },
      { ours: timed(4), reference: timed(4) },
    ];
    expect(lineOf('name', 'commands/s', rounds)).toMatchObject({ p99Ratio: 3 });
  });
});
