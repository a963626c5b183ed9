import { type Sides, startSides } from '../append/sides.js';
import { withPrograms } from '../support/programs.js';
import { type Benchmark, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { roundsToRun } from '../support/settings.js';
import type { Built } from './chosen.js';
import type { Build } from './projector.js';
import { startCityLog } from './start-city-log.js';

const NAME = 'projector.all-vs-ingest';
const COMMANDS = 1000;

/** Events that all projections take in, against the events that HTTP commands make at their best: one a command. */
export const ingestBenchmark: Benchmark = {
  names: [NAME],
  run: () =>
    withPrograms(async (start) => {
      const log = await startCityLog(start);
      const projector = start<Build, Built>(new URL('projector.ts', import.meta.url));
      const sides = await startSides(start);
      const rounds: Round[] = [];
      // Round 0 lets both sides warm up.
      for (let round = 0; round <= roundsToRun(); round += 1) {
        await sides.prepare({ side: 'ours', round, size: COMMANDS });
        const both = await bothSides<Measurement>(
          round,
          () => projector.ask({ ...log, chosen: 'all' }),
          () => bestOf(sides, round),
        );
        console.error(`${NAME}: round ${round}: ${both.ours.value} : ${both.reference.value}`);
        if (round > 0) rounds.push(both);
      }
      return [lineOf(NAME, 'events/s', rounds)];
    }),
};

/** The faster of two passes over the same streams: the second one finds them folded. */
async function bestOf({ measure }: Sides, round: number): Promise<Measurement> {
  const first = await measure({ side: 'ours', round, pass: 1, size: COMMANDS });
  const second = await measure({ side: 'ours', round, pass: 2, size: COMMANDS });
  const { value, cpuUs } = first.value > second.value ? first : second;
  return { value, cpuUs };
}
