import { readFileSync } from 'node:fs';

/** MiB that a process holds in memory, without what the system has swapped out. Linux only. */
export function residentMib(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  return Math.round(Number(kib) / 1024);
}
