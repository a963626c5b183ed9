import { startSides } from '../append/sides.js';
import { type StartProgram, withPrograms } from '../support/programs.js';
import { type Benchmark, type Round, lineOf } from '../support/rounds.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import type { StoreAddress } from '../support/store.js';
import type { Paced, Seen } from './paced-commands.js';

const NAME = 'lag';
const COMMANDS = 2000;

/**
 * How long after a command's answer its event can be seen in every read model, at half the rate at which the API
 * executes commands at its best; against the same event's arrival at a bare subscription.
 */
export const lagBenchmark: Benchmark = {
  names: [NAME],
  run: async () => [lineOf(NAME, 'ms', await withPrograms(runRounds))],
};

async function runRounds(start: StartProgram): Promise<Round[]> {
  const { address, api, prepare, measure } = await startSides(start);
  await start<StoreAddress, void>(new URL('projector.ts', import.meta.url)).ask(address);
  const client = start<Paced, Seen>(new URL('paced-commands.ts', import.meta.url));
  const size = sizeOr(COMMANDS);
  const rounds: Round[] = [];
  // Round 0 lets all programs warm up.
  for (let round = 0; round <= roundsToRun(); round += 1) {
    for (const side of ['ours', 'reference'] as const) await prepare({ side, round, size });
    await measure({ side: 'ours', round, pass: 1, size });
    const { value: highest } = await measure({ side: 'ours', round, pass: 2, size });
    const share = { side: 'reference', round, pass: 1, size } as const;
    const seen = await client.ask({ address, api, share, perSecond: highest / 2 });
    const { readModels, subscription } = seen;
    console.error(`${NAME}: round ${round}: ${readModels.p99} : ${subscription.p99} ms at ${highest / 2} a second`);
    if (round > 0)
      rounds.push({
        ours: { value: readModels.p99, latencyMs: readModels, cpuUs: {} },
        reference: { value: subscription.p99, latencyMs: subscription, cpuUs: {} },
      });
  }
  return rounds;
}
