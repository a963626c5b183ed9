import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOfEndedChildren, withCpu } from '../support/cpu.js';
import { type Benchmark, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { roundsToRun } from '../support/settings.js';
import { readAppends, recordLog } from './recorded-log.js';
import { type Watched, watch } from './stopwatch.js';

const NAME = 'start.cold';
const TYPESCRIPT = new URL('../typescript.mjs', import.meta.url).href;
const BARE_START = fileURLToPath(new URL('bare-start.ts', import.meta.url));

/** From an empty folder to the printed tables, against a database, a store and bare appends of the same events. */
export const startBenchmark: Benchmark = { names: [NAME], run };

async function run() {
  const recorded = newFolder();
  await runDemo(recorded);
  const log = await recordLog(recorded);
  const file = join(newFolder(), 'log.json');
  await writeFile(file, log);
  const events = readAppends(log).reduce((sum, append) => sum + append.events.length, 0);

  const ours = () =>
    measured(async () => {
      const demo = await runDemo(newFolder());
      if (!demo.printed.includes(`截至第 ${events} 号事件`)) throw new Error(`the demo did not show ${events} events`);
      return demo;
    });
  const reference = () =>
    measured(async () => {
      const bare = await watch(process.execPath, ['--import', TYPESCRIPT, BARE_START, newFolder(), file]);
      if (bare.printed.trim() !== String(events))
        throw new Error(`${bare.printed} events were appended, not ${events}`);
      return bare;
    });
  const rounds: Round[] = [];
  for (let round = 1; round <= roundsToRun(); round += 1) {
    const both = await bothSides(round, ours, reference);
    console.error(`${NAME}: round ${round}: ${both.ours.value.toFixed(2)} : ${both.reference.value.toFixed(2)}`);
    rounds.push(both);
  }
  return [lineOf(NAME, 's', rounds)];
}

/** The command that people type, in a folder that is empty; every row has to be accepted. */
async function runDemo(dataDir: string): Promise<Watched> {
  const env = { DATA_DIR: dataDir, DATABASE_URL: '', ESDB_URL: '', PORT: '' };
  const demo = await watch('npm', ['run', '-s', 'demo', '--', '--exit'], env);
  if (!/被拒 0 行/.test(demo.said)) throw new Error(`the demo refused rows:\n${demo.said}`);
  if (/vite|nest build/.test(demo.said)) throw new Error('the demo had to build first');
  return demo;
}

async function measured(work: () => Promise<Watched>): Promise<Measurement> {
  const { result, cpuUs } = await withCpu({ all: cpuOfEndedChildren }, 1, work);
  return { value: result.seconds, cpuUs };
}
