// What `npm run bench -- NAME…` runs: the benchmarks in test/bench/, on a current build; JSON lines on standard output.
import { ensureBuilt } from './build.mjs';
import '../test/bench/typescript.mjs';

// An orderly exit in place of a sudden one: programs see it and stop, and the data is removed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const failed = await ensureBuilt();
if (failed) process.exit(failed);
const { runBenchmarks } = await import('../test/bench/main.ts');
try {
  await runBenchmarks(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
