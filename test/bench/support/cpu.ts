import { readFileSync, readdirSync } from 'node:fs';

/** What Linux counts CPU time in: a hundredth of a second, on every machine in use. */
const US_PER_TICK = 10_000;

interface Usage {
  readonly parent: number;
  /** µs of the process itself. */
  readonly own: number;
  /** µs of its children that have ended. */
  readonly ended: number;
}

/** Of /proc/PID/stat; the name in brackets may hold anything, so the numbers are counted from its end. */
function usageOf(pid: number | 'self'): Usage | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (index: number): number => Number(fields[index]) * US_PER_TICK;
    return { parent: Number(fields[1]), own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) };
  } catch {
    return undefined;
  }
}

/** CPU time in µs that a process itself has used; NaN where the system doesn't tell. */
export const cpuOf = (pid: number): number => usageOf(pid)?.own ?? NaN;

/** CPU time in µs of everything that this process has started and that has ended. */
export const cpuOfEndedChildren = (): number => usageOf('self')?.ended ?? NaN;

/** CPU time in µs of everything that a process has started, ended or running; NaN where the system doesn't tell. */
export function cpuBelow(pid: number): number {
  const top = usageOf(pid);
  if (!top) return NaN;
  const all = readdirSync('/proc').flatMap((name) => {
    const usage = /^\d+$/.test(name) ? usageOf(Number(name)) : undefined;
    return usage ? [{ pid: Number(name), ...usage }] : [];
  });
  const sumBelow = (parent: number): number =>
    all
      .filter((process) => process.parent === parent)
      .reduce((sum, process) => sum + process.own + process.ended + sumBelow(process.pid), 0);
  return top.ended + sumBelow(pid);
}

/** CPU µs per item, by the part of the system that used them, and in all. */
export type CpuUse = Readonly<Record<string, number>>;

/** For each part, how its CPU time so far is read, in µs. */
export type CpuMeter = Readonly<Record<string, () => number>>;

/** Does `work` on so many items and says what each cost every part. */
export async function withCpu<Result>(
  meter: CpuMeter,
  items: number,
  work: () => Promise<Result>,
): Promise<{ result: Result; cpuUs: CpuUse }> {
  const before = Object.entries(meter).map(([part, read]) => ({ part, read, at: read() }));
  const result = await work();
  const parts = before.map(({ part, read, at }) => [part, Math.round((read() - at) / items)] as const);
  const total = parts.reduce((sum, [, us]) => sum + us, 0);
  return { result, cpuUs: { ...Object.fromEntries(parts), total } };
}
