import { type StartProgram, withPrograms } from '../support/programs.js';
import { type Benchmark, type Round, bothSides, lineOf } from '../support/rounds.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import { startSides } from './sides.js';
import type { Share } from './workload.js';

const COMMANDS = 1000;
const SIDES = ['ours', 'reference'] as const;
/** The line of each pass over the streams. */
const NAMES = ['append.command-vs-client', 'append.known-stream-vs-client'] as const;
const PASSES = [1, 2] as const;

/** HTTP commands against the bare client: first on streams that nobody has read, then again on the same streams. */
export const appendBenchmark: Benchmark = {
  names: NAMES,
  async run() {
    const passes = await withPrograms(runRounds);
    return NAMES.map((name, index) => lineOf(name, 'commands/s', passes[index] ?? []));
  },
};

async function runRounds(start: StartProgram): Promise<Round[][]> {
  const { prepare, measure } = await startSides(start);
  const size = sizeOr(COMMANDS);
  const rounds: Round[][] = PASSES.map(() => []);
  // Round 0 lets all programs warm up.
  for (let round = 0; round <= roundsToRun(); round += 1) {
    for (const side of SIDES) await prepare({ side, round, size });
    for (const [index, pass] of PASSES.entries()) {
      const run = (side: Share['side']) => () => measure({ side, round, pass, size });
      const both = await bothSides(round, run('ours'), run('reference'));
      if (both.ours.bytes !== both.reference.bytes)
        throw new Error(`different bytes were written: ${both.ours.bytes} and ${both.reference.bytes}`);
      console.error(`${NAMES[index]}: round ${round}: ${both.ours.value} : ${both.reference.value}`);
      if (round > 0) rounds[index]?.push(both);
    }
  }
  return rounds;
}
