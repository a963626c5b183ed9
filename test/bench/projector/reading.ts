import { cpuBelow, cpuOf, withCpu } from '../support/cpu.js';
import type { Measurement } from '../support/rounds.js';
import type { StoreAddress } from '../support/store.js';

/** The log that both sides read. */
export interface LogToRead {
  readonly address: StoreAddress;
  readonly storePid: number;
  readonly events: number;
}

/**
 * Times a read of the whole log by this process; `read` says how many events it has seen.
 * @throws Error unless those are all.
 */
export async function measureReading(
  { storePid, events }: LogToRead,
  read: () => Promise<number>,
): Promise<Measurement> {
  const meter = {
    reader: () => cpuOf(process.pid),
    store: () => cpuOf(storePid),
    postgres: () => cpuBelow(storePid),
  };
  const { result, cpuUs } = await withCpu(meter, events, async () => {
    const begin = performance.now();
    const seen = await read();
    return { seen, seconds: (performance.now() - begin) / 1000 };
  });
  if (result.seen !== events) throw new Error(`${result.seen} events were read, not ${events}`);
  return { value: Math.round(events / result.seconds), cpuUs };
}
