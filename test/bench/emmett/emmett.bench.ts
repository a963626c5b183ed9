import type { NewEvent } from '#libs/event-store';
import type { EventMetadata } from '#libs/eventsourcing';
import { derivedId } from '#libs/values';
import { type Append, loadLog } from '../support/load-log.js';
import { withPrograms } from '../support/programs.js';
import { type Benchmark, type Measurement, type Round, bothSides, lineOf } from '../support/rounds.js';
import { newFolder } from '../support/scratch.js';
import { emmettFolder, roundsToRun, sizeOr } from '../support/settings.js';
import type { StoreAddress } from '../support/store.js';
import { REPORTED, reportOf } from './reports.js';
import type { Projected, Projecting } from './table.js';

const NAME = 'projector.vs-emmett';
const EVENTS = 15_000;
const PAGE = 100;
const APPEND = 100;

/**
 * The runner with one projection of one table, against Emmett's with an equal one: the same events, page size and rows,
 * on one Postgres. Emmett is no dependency of the product: the folder in which it is installed is named by `EMMETT`.
 */
export const emmettBenchmark: Benchmark = {
  names: [NAME],
  async run() {
    const folder = emmettFolder();
    if (folder !== undefined) return [lineOf(NAME, 'events/s', await runRounds(folder))];
    console.error(`${NAME}: left out, for EMMETT names no folder in which Emmett is installed`);
    return [];
  },
};

const runRounds = (folder: string): Promise<Round[]> =>
  withPrograms(async (start) => {
    const store = start<{ dataDir: string }, StoreAddress>(new URL('../support/store.ts', import.meta.url));
    const { databaseUrl: serverUrl, eventStoreUrl } = await store.ask({ dataDir: newFolder() });
    const events = sizeOr(EVENTS);
    await loadLog(eventStoreUrl, logOf(events), 1);
    const work: Projecting = { serverUrl, serverPid: store.pid, events, page: PAGE };
    const runner = start<Projecting & { eventStoreUrl: string }, Projected>(new URL('one-table.ts', import.meta.url));
    const peer = start<Projecting & { folder: string }, Projected>(new URL('peer.ts', import.meta.url));
    const rounds: Round[] = [];
    // Round 0 lets both sides warm up.
    for (let round = 0; round <= roundsToRun(); round += 1) {
      const both = await bothSides<Projected>(
        round,
        () => runner.ask({ ...work, eventStoreUrl }),
        () => peer.ask({ ...work, folder }),
      );
      for (const [side, { months }] of Object.entries<Projected>(both))
        if (months !== events) throw new Error(`${NAME}: ${side} has ${months} events in its table, not ${events}`);
      if (both.ours.digest !== both.reference.digest) throw new Error(`${NAME}: the tables differ`);
      console.error(`${NAME}: round ${round}: ${both.ours.value} : ${both.reference.value}`);
      if (round > 0) rounds.push({ ours: measured(both.ours), reference: measured(both.reference) });
    }
    return rounds;
  });

const measured = ({ value, cpuUs }: Projected): Measurement => ({ value, cpuUs });

function* logOf(events: number): Generator<Append, void, void> {
  for (let from = 0; from < events; from += APPEND) {
    const length = Math.min(APPEND, events - from);
    const appended = Array.from({ length }, (_, index): NewEvent => {
      const number = from + index;
      const data = reportOf(number);
      return { id: derivedId('report', String(number)), type: REPORTED, data, metadata: {} as EventMetadata };
    });
    yield { stream: `reports-${from}`, expected: -1n, events: appended };
  }
}
