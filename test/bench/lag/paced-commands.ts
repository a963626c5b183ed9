import { type AllStreamSubscription, END, EventStoreDBClient, excludeSystemEvents } from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import { READ_MODELS } from '#apps/projector';
import { type Progress, openProgress } from '#libs/projections';
import type { ApiAddress } from '../append/api.js';
import { type Prepared, preparedCommands, send } from '../append/send.js';
import type { Share } from '../append/workload.js';
import { percentile } from '../support/lanes.js';
import { runAsProgram } from '../support/program.js';
import type { StoreAddress } from '../support/store.js';

/** Commands to be given at an even pace, whatever becomes of those before. */
export interface Paced {
  readonly address: StoreAddress;
  readonly api: ApiAddress;
  readonly share: Share;
  readonly perSecond: number;
}

type Latency = { readonly p50: number; readonly p99: number };

/** How many ms after a command's answer its event could be seen: in every read model, and by a bare subscription. */
export interface Seen {
  readonly readModels: Latency;
  readonly subscription: Latency;
}

const LONGEST_WAIT_MS = 60_000;

/** Waits for positions of the log as a bare subscriber comes by them. */
class Arrivals {
  private reached = 0n;
  private readonly waiting = new Set<{ position: bigint; settle: () => void }>();
  private readonly subscription: AllStreamSubscription;

  constructor(subscription: AllStreamSubscription) {
    this.subscription = subscription;
    subscription.on('data', ({ event }) => this.arrive(event?.position.commit ?? 0n));
  }

  waitFor(position: bigint): Promise<void> {
    if (this.reached >= position) return Promise.resolve();
    return new Promise((settle) => this.waiting.add({ position, settle }));
  }

  stop(): Promise<void> {
    return this.subscription.unsubscribe();
  }

  private arrive(position: bigint): void {
    this.reached = position;
    for (const waiter of this.waiting)
      if (waiter.position <= position) {
        this.waiting.delete(waiter);
        waiter.settle();
      }
  }
}

/** The program: gives commands, and looks how long each takes to be seen. */
runAsProgram<Paced, Seen>(async ({ address, api, share, perSecond }) => {
  const client = EventStoreDBClient.connectionString(address.eventStoreUrl);
  const arrivals = new Arrivals(client.subscribeToAll({ fromPosition: END, filter: excludeSystemEvents() }));
  const progress = openProgress(address.databaseUrl, READ_MODELS);
  try {
    const took = await Promise.all(
      preparedCommands(share).map(async (command, index) => {
        await delay((index * 1000) / perSecond);
        return watch(api, command, progress, arrivals);
      }),
    );
    return {
      readModels: latencyOf(took.map(([readModels]) => readModels)),
      subscription: latencyOf(took.map(([, subscription]) => subscription)),
    };
  } finally {
    await arrivals.stop();
    await progress.close();
    await client.dispose();
  }
});

async function watch(api: ApiAddress, command: Prepared, progress: Progress, arrivals: Arrivals) {
  const position = await send(api, command);
  const answered = performance.now();
  const since = (): number => performance.now() - answered;
  return Promise.all([
    progress.waitFor(position, LONGEST_WAIT_MS).then((seen) => {
      if (!seen) throw new Error(`${position} was not seen within ${LONGEST_WAIT_MS} ms`);
      return since();
    }),
    arrivals.waitFor(position).then(since),
  ]);
}

const latencyOf = (ms: readonly number[]): Latency => ({ p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) });
