import type { CpuUse } from './cpu.js';

/** What one side did in one round. */
export interface Measurement {
  readonly value: number;
  readonly cpuUs: CpuUse;
  readonly latencyMs?: { readonly p50: number; readonly p99: number };
}

/** Both sides of a round. */
export interface Round {
  readonly ours: Measurement;
  readonly reference: Measurement;
}

/** What is printed of a benchmark: medians of its rounds, and the rounds themselves. */
export interface Line {
  readonly name: string;
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
  /** Of the 99th percentiles of latency, where there are some: ours divided by the reference's. */
  readonly p99Ratio?: number;
  readonly unit: string;
  readonly cpuUs: { readonly ours: CpuUse; readonly reference: CpuUse };
  readonly rounds: readonly object[];
}

/** A benchmark prints one line for each of its names. It throws when a result is not what it must be. */
export interface Benchmark {
  readonly names: readonly string[];
  /** Lines that aren't asked for may be left out. */
  run(isAsked: (name: string) => boolean): Promise<Line[]>;
}

/** Runs both sides, one right after the other; which goes first changes from round to round. */
export async function bothSides<Side>(
  round: number,
  ours: () => Promise<Side>,
  reference: () => Promise<Side>,
): Promise<{ ours: Side; reference: Side }> {
  if (round % 2 === 0) return { ours: await ours(), reference: await reference() };
  const first = await reference();
  return { ours: await ours(), reference: first };
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

const rounded = (value: number): number => Number(value.toPrecision(4));

const ratioOf = ({ ours, reference }: Round): number => ours.value / reference.value;

const p99RatiosOf = (rounds: readonly Round[]): number[] =>
  rounds.flatMap(({ ours, reference }) =>
    ours.latencyMs && reference.latencyMs ? [ours.latencyMs.p99 / reference.latencyMs.p99] : [],
  );

function medianUse(uses: readonly CpuUse[]): CpuUse {
  const parts = Object.keys(uses[0] ?? {});
  return Object.fromEntries(parts.map((part) => [part, Math.round(median(uses.map((use) => use[part] ?? NaN)))]));
}

/** The rounds of one benchmark as its line; the headline ratio is the median of the rounds' own ratios. */
export function lineOf(name: string, unit: string, rounds: readonly Round[]): Line {
  const p99Ratios = p99RatiosOf(rounds);
  return {
    name,
    ours: rounded(median(rounds.map(({ ours }) => ours.value))),
    reference: rounded(median(rounds.map(({ reference }) => reference.value))),
    ratio: rounded(median(rounds.map(ratioOf))),
    ...(p99Ratios.length > 0 && { p99Ratio: rounded(median(p99Ratios)) }),
    unit,
    cpuUs: {
      ours: medianUse(rounds.map(({ ours }) => ours.cpuUs)),
      reference: medianUse(rounds.map(({ reference }) => reference.cpuUs)),
    },
    rounds: rounds.map((round) => ({
      ours: rounded(round.ours.value),
      reference: rounded(round.reference.value),
      ratio: rounded(ratioOf(round)),
      cpuUs: { ours: round.ours.cpuUs, reference: round.reference.cpuUs },
      ...(round.ours.latencyMs && { latencyMs: { ours: round.ours.latencyMs, reference: round.reference.latencyMs } }),
    })),
  };
}
