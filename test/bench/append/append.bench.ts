import { unitRegistered } from '../city/city-log.js';
import { cpuBelow, cpuOf, withCpu } from '../support/cpu.js';
import type { Timed } from '../support/lanes.js';
import { loadLog } from '../support/load-log.js';
import { type StartProgram, withPrograms } from '../support/programs.js';
import { type Benchmark, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { roundsToRun, sizeOr } from '../support/settings.js';
import type { StoreAddress } from '../support/store.js';
import type { ApiAddress } from './api.js';
import { logSize } from './log-size.js';
import { ACTOR, type Share, preparedStreams } from './workload.js';

const COMMANDS = 1000;
const PREPARING = 32;
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
  const { eventStoreUrl, measure } = await startPrograms(start);
  const size = sizeOr(COMMANDS);
  const rounds: Round[][] = PASSES.map(() => []);
  // Round 0 lets all programs warm up.
  for (let round = 0; round <= roundsToRun(); round += 1) {
    for (const side of SIDES) await loadLog(eventStoreUrl, preparedStreams({ side, round, size }), PREPARING);
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

async function startPrograms(start: StartProgram) {
  const store = start<{ dataDir: string }, StoreAddress>(new URL('../support/store.ts', import.meta.url));
  const address = await store.ask({ dataDir: newFolder() });
  const { databaseUrl, eventStoreUrl } = address;
  await loadLog(eventStoreUrl, [unitRegistered(ACTOR.unit, '市直组')].values(), 1);
  const server = start<StoreAddress, ApiAddress>(new URL('api.ts', import.meta.url));
  const api = await server.ask(address);
  const commands = start<{ api: ApiAddress; share: Share }, Timed>(new URL('commands.ts', import.meta.url));
  const bare = start<{ eventStoreUrl: string; share: Share }, Timed>(new URL('bare-client.ts', import.meta.url));

  const storeMeter = { store: () => cpuOf(store.pid), postgres: () => cpuBelow(store.pid) };
  const meters = {
    ours: { ...storeMeter, api: () => cpuOf(server.pid), client: () => cpuOf(commands.pid) },
    reference: { ...storeMeter, client: () => cpuOf(bare.pid) },
  };
  const run = (share: Share): Promise<Timed> =>
    share.side === 'ours' ? commands.ask({ api, share }) : bare.ask({ eventStoreUrl, share });

  /** One share, which must leave one event a command; `bytes` are those of its events. */
  const measure = async (share: Share): Promise<Measurement & { bytes: number }> => {
    const { side, size } = share;
    const before = await logSize(databaseUrl);
    const { result, cpuUs } = await withCpu(meters[side], size, () => run(share));
    const after = await logSize(databaseUrl);
    if (after.events - before.events !== size)
      throw new Error(`${side}: ${after.events - before.events} events by ${size} commands`);
    const { seconds, latencyMs } = result;
    return { value: Math.round(size / seconds), cpuUs, latencyMs, bytes: after.bytes - before.bytes };
  };
  return { eventStoreUrl, measure };
}
