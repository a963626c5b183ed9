import { isDeepStrictEqual } from 'node:util';
import { cityLog } from '../city/city-log.js';
import { loadLog } from '../support/load-log.js';
import { type StartProgram, withPrograms } from '../support/programs.js';
import { type Benchmark, type Line, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import type { StoreAddress } from '../support/store.js';
import type { Build, Built, Chosen } from './projector.js';
import type { LogToRead } from './reading.js';

const EVENTS = 40_000;
const SEED = 2022;
const LOADING = 64;
/** Unlike the product's own, so that tables which depend on how the log is cut would show. */
const REBUILD_BATCH = 257;

const LINES: readonly { name: string; chosen: Chosen }[] = [
  { name: 'projector.postings-vs-read', chosen: ['postings', 'project-summary'] },
  { name: 'projector.read-models-vs-read', chosen: 'read-models' },
  { name: 'projector.all-vs-read', chosen: 'all' },
];

/** The projector against a bare read of the same log; tables that aren't those of a rebuild are an error. */
export const projectorBenchmark: Benchmark = {
  names: LINES.map(({ name }) => name),
  run: () =>
    withPrograms(async (start) => {
      const log = await startLog(start);
      const projector = start<Build, Built>(new URL('projector.ts', import.meta.url));
      const reader = start<LogToRead, Measurement>(new URL('read-all.ts', import.meta.url));
      const read = () => reader.ask(log);
      const lines: Line[] = [];
      for (const { name, chosen } of LINES) {
        const build = (batchSize?: number) => projector.ask({ ...log, chosen, batchSize });
        lines.push(lineOf(name, 'events/s', await runRounds(name, build, read)));
      }
      return lines;
    }),
};

async function startLog(start: StartProgram): Promise<LogToRead> {
  const store = start<{ dataDir: string }, StoreAddress>(new URL('../support/store.ts', import.meta.url));
  const address = await store.ask({ dataDir: newFolder() });
  const log = [...cityLog(SEED, sizeOr(EVENTS))];
  await loadLog(address.eventStoreUrl, log.values(), LOADING);
  const events = log.reduce((sum, append) => sum + append.events.length, 0);
  console.error(`projector: ${events} events in the log`);
  return { address, storePid: store.pid, events };
}

async function runRounds(
  name: string,
  build: (batchSize?: number) => Promise<Built>,
  read: () => Promise<Measurement>,
): Promise<Round[]> {
  // The rebuild that all others are held against also lets both programs warm up.
  const { digests } = await build(REBUILD_BATCH);
  await read();
  const ours = async () => {
    const built = await build();
    if (!isDeepStrictEqual(built.digests, digests)) throw new Error(`${name}: the tables are not those of a rebuild`);
    return built;
  };
  const rounds: Round[] = [];
  for (let round = 1; round <= roundsToRun(); round += 1) {
    const both = await bothSides<Measurement>(round, ours, read);
    console.error(`${name}: round ${round}: ${both.ours.value} : ${both.reference.value}`);
    rounds.push(both);
  }
  return rounds;
}
