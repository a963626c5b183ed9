import { Presets, SingleBar } from 'cli-progress';

/** A bar that shows how much of something is done. */
export interface ProgressBar {
  step(): void;
  /** Where the total may grow on the way. */
  to(value: number, total: number): void;
  stop(): void;
}

/** A bar on standard error, so that standard output stays the result's. */
export function progressBar(title: string, total: number): ProgressBar {
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
  return {
    step: () => bar.increment(),
    to(value, total) {
      bar.setTotal(total);
      bar.update(value);
    },
    stop: () => bar.stop(),
  };
}
