import { Presets, SingleBar } from 'cli-progress';

/** A bar on standard error, so that standard output stays the result's. */
export function progressBar(title: string, total: number): { step(): void; stop(): void } {
  const bar = new SingleBar(
    {
      format: `${title} {bar} {value}/{total} · 已用 {duration_formatted} · 剩余 {eta_formatted}`,
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: 2_000,
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
