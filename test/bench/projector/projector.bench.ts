import { isDeepStrictEqual } from 'node:util';
import { withPrograms } from '../support/programs.js';
import { type Benchmark, type Line, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { roundsToRun } from '../support/settings.js';
import type { Built, Chosen } from './chosen.js';
import type { Build } from './projector.js';
import type { LogToRead } from './reading.js';
import { startCityLog } from './start-city-log.js';
import type { Writing } from './write-rows.js';

/** Unlike the product's own, so that tables which depend on how the log is cut would show. */
const REBUILD_BATCH = 257;

const LINES: readonly { name: string; chosen: Chosen; against: 'read' | 'rows' }[] = [
  { name: 'projector.postings-vs-read', chosen: ['postings', 'project-summary'], against: 'read' },
  { name: 'projector.read-models-vs-read', chosen: 'read-models', against: 'read' },
  { name: 'projector.all-vs-read', chosen: 'all', against: 'read' },
  { name: 'projector.rows-vs-unnest', chosen: 'read-models', against: 'rows' },
];

/**
 * The projector against a bare read of the same log, and against a program that has nothing to do but write the same
 * rows; tables that aren't those of a rebuild are an error.
 */
export const projectorBenchmark: Benchmark = {
  names: LINES.map(({ name }) => name),
  run: (isAsked) =>
    withPrograms(async (start) => {
      const log = await startCityLog(start);
      const projector = start<Build, Built>(new URL('projector.ts', import.meta.url));
      const reader = start<LogToRead, Measurement>(new URL('read-all.ts', import.meta.url));
      const writer = start<Writing, Built>(new URL('write-rows.ts', import.meta.url));
      const lines: Line[] = [];
      for (const { name, chosen, against } of LINES.filter((line) => isAsked(line.name))) {
        const build = (batchSize?: number) => projector.ask({ ...log, chosen, batchSize });
        const reference = () => (against === 'read' ? reader.ask(log) : writer.ask({ ...log, chosen }));
        lines.push(lineOf(name, 'events/s', await runRounds(name, build, reference)));
      }
      return lines;
    }),
};

async function runRounds(
  name: string,
  build: (batchSize?: number) => Promise<Built>,
  reference: () => Promise<Measurement | Built>,
): Promise<Round[]> {
  // The rebuild that all others are held against also lets both programs warm up.
  const { digests } = await build(REBUILD_BATCH);
  const checked = async (side: () => Promise<Measurement | Built>): Promise<Measurement> => {
    const done = await side();
    if ('digests' in done && !isDeepStrictEqual(done.digests, digests))
      throw new Error(`${name}: the tables are not those of a rebuild`);
    return done;
  };
  await checked(reference);
  const rounds: Round[] = [];
  for (let round = 1; round <= roundsToRun(); round += 1) {
    const both = await bothSides(
      round,
      () => checked(() => build()),
      () => checked(reference),
    );
    console.error(`${name}: round ${round}: ${both.ours.value} : ${both.reference.value}`);
    rounds.push(both);
  }
  return rounds;
}
