import type { LogToRead } from '../projector/reading.js';
import { type StartProgram, withPrograms } from '../support/programs.js';
import { type Benchmark, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import type { Filled, ToFill } from './filled-store.js';

const EVENTS = 200_000;
const NAME = 'store.read-vs-null';

/** The bare client reads `$all` of the embedded store, and of its server over prepared events in memory. */
export const readBenchmark: Benchmark = {
  names: [NAME],
  run: async () => [lineOf(NAME, 'events/s', await withPrograms(runRounds))],
};

async function runRounds(start: StartProgram): Promise<Round[]> {
  const fill = async (file: string): Promise<LogToRead> => {
    const store = start<ToFill, Filled>(new URL(file, import.meta.url));
    return { storePid: store.pid, ...(await store.ask({ dataDir: newFolder(), events: sizeOr(EVENTS) })) };
  };
  const ours = await fill('filled-store.ts');
  const reference = await fill('null-store.ts');
  const reader = start<LogToRead, Measurement>(new URL('../projector/read-all.ts', import.meta.url));
  const rounds: Round[] = [];
  // Round 0 lets all programs warm up; after it the null storage has the very bytes of each answer at hand.
  for (let round = 0; round <= roundsToRun(); round += 1) {
    const read = (log: LogToRead) => () => reader.ask(log);
    const both = await bothSides<Measurement>(round, read(ours), read(reference));
    console.error(`${NAME}: round ${round}: ${both.ours.value} : ${both.reference.value}`);
    if (round > 0) rounds.push(both);
  }
  return rounds;
}
