import { type CpuMeter, cpuBelow, cpuOf, withCpu } from '../support/cpu.js';
import { residentMib } from '../support/memory.js';
import { withPrograms } from '../support/programs.js';
import { type Benchmark, type Line, median } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { sizeOr } from '../support/settings.js';
import type { StoreAddress } from '../support/store.js';
import type { Growing } from './grow-client.js';

const NAME = 'store.memory';
const EVENTS = 1_000_000;
const INTERVALS = 20;

/** The store's memory while its log grows and a subscriber follows; its last fifth against its second. */
export const memoryBenchmark: Benchmark = { names: [NAME], run: async () => [await run()] };

const run = (): Promise<Line> =>
  withPrograms(async (start) => {
    const store = start<{ dataDir: string }, StoreAddress>(new URL('../support/store.ts', import.meta.url));
    const { eventStoreUrl } = await store.ask({ dataDir: newFolder() });
    const client = start<Growing, void>(new URL('grow-client.ts', import.meta.url));
    const meter: CpuMeter = {
      client: () => cpuOf(client.pid),
      store: () => cpuOf(store.pid),
      postgres: () => cpuBelow(store.pid),
    };
    const events = Math.ceil(sizeOr(EVENTS) / INTERVALS);
    const seen: { events: number; mib: number }[] = [];
    const { cpuUs } = await withCpu(meter, events * INTERVALS, async () => {
      for (let interval = 1; interval <= INTERVALS; interval += 1) {
        await client.ask({ eventStoreUrl, events, interval });
        seen.push({ events: interval * events, mib: residentMib(store.pid) });
        console.error(`${NAME}: ${seen.at(-1)?.mib} MiB after ${interval * events} events`);
      }
    });
    const fifth = INTERVALS / 5;
    const medianOf = (from: number): number => median(seen.slice(from, from + fifth).map(({ mib }) => mib));
    const [ours, reference] = [medianOf(INTERVALS - fifth), medianOf(fifth)];
    const ratio = Number((ours / reference).toPrecision(4));
    return { name: NAME, ours, reference, ratio, unit: 'MiB', cpuUs: { ours: cpuUs, reference: {} }, rounds: seen };
  });
