import type { LogToRead } from '../projector/reading.js';
import { type StartProgram, withPrograms } from '../support/programs.js';
import { type Benchmark, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import type { ToFill } from './fill-store.js';
import { startFilledStore } from './filled-store.js';
import type { Filled } from './null-store.js';

const EVENTS = 200_000;
const NAME = 'store.read-vs-null';

/** The bare client reads `$all` of the embedded store, and of its server over prepared events in memory. */
export const readBenchmark: Benchmark = {
  names: [NAME],
  run: async () => [lineOf(NAME, 'events/s', await withPrograms(runRounds))],
};

async function runRounds(start: StartProgram): Promise<Round[]> {
  const events = sizeOr(EVENTS);
  const ours = await startFilledStore(start, { events });
  const nothing = start<Omit<ToFill, 'dataDir'>, Filled>(new URL('null-store.ts', import.meta.url));
  const reference: LogToRead = { storePid: nothing.pid, ...(await nothing.ask({ events })) };
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
