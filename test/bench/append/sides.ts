import { unitRegistered } from '../city/city-log.js';
import { cpuBelow, cpuOf, withCpu } from '../support/cpu.js';
import type { Timed } from '../support/lanes.js';
import { loadLog } from '../support/load-log.js';
import type { StartProgram } from '../support/programs.js';
import type { Measurement } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import type { StoreAddress } from '../support/store.js';
import type { ApiAddress } from './api.js';
import { logSize } from './log-size.js';
import { ACTOR, type Share, preparedStreams } from './workload.js';

const PREPARING = 32;

/** Both ways of giving commands, through HTTP and by the bare client, on one store. */
export interface Sides {
  readonly address: StoreAddress;
  readonly api: ApiAddress;
  /** Writes the streams that a share changes. */
  readonly prepare: (share: Omit<Share, 'pass'>) => Promise<void>;
  /** One share, which must leave one event a command; `bytes` are those of its events. */
  readonly measure: (share: Share) => Promise<Measurement & { readonly bytes: number }>;
}

export async function startSides(start: StartProgram): Promise<Sides> {
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

  return {
    address,
    api,
    prepare: (share) => loadLog(eventStoreUrl, preparedStreams(share), PREPARING),
    async measure(share) {
      const { side, size } = share;
      const before = await logSize(databaseUrl);
      const { result, cpuUs } = await withCpu(meters[side], size, () => run(share));
      const after = await logSize(databaseUrl);
      if (after.events - before.events !== size)
        throw new Error(`${side}: ${after.events - before.events} events by ${size} commands`);
      const { seconds, latencyMs } = result;
      return { value: Math.round(size / seconds), cpuUs, latencyMs, bytes: after.bytes - before.bytes };
    },
  };
}
