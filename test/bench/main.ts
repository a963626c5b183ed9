import { appendBenchmark } from './append/append.bench.js';
import { assessBenchmark } from './assess/assess.bench.js';
import { emmettBenchmark } from './emmett/emmett.bench.js';
import { lagBenchmark } from './lag/lag.bench.js';
import { ingestBenchmark } from './projector/ingest.bench.js';
import { projectorBenchmark } from './projector/projector.bench.js';
import { queryBenchmark } from './query/query.bench.js';
import { rebuildBenchmark } from './rebuild/rebuild.bench.js';
import { startBenchmark } from './start/start.bench.js';
import { storeAppendBenchmark } from './store/append.bench.js';
import { memoryBenchmark } from './store/memory.bench.js';
import { readBenchmark } from './store/read.bench.js';
import type { Benchmark } from './support/rounds.js';

const BENCHMARKS: readonly Benchmark[] = [
  appendBenchmark,
  assessBenchmark,
  projectorBenchmark,
  ingestBenchmark,
  emmettBenchmark,
  rebuildBenchmark,
  lagBenchmark,
  queryBenchmark,
  startBenchmark,
  storeAppendBenchmark,
  readBenchmark,
  memoryBenchmark,
];

/** Runs the benchmarks whose lines are asked for, by name or beginning of a name, all when none is; one line each. */
export async function runBenchmarks(asked: readonly string[]): Promise<void> {
  const isAsked = (name: string): boolean => asked.length === 0 || asked.some((each) => name.startsWith(each));
  const chosen = BENCHMARKS.filter(({ names }) => names.some(isAsked));
  if (chosen.length === 0) throw new Error(`no benchmark is called ${asked.join(', ')}`);
  for (const benchmark of chosen)
    for (const line of await benchmark.run(isAsked)) if (isAsked(line.name)) console.log(JSON.stringify(line));
}
