import { type EmbeddedEventStore, EventLog, serveLog } from '#libs/embedded-event-store';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/embedded-postgres';
import { FULL_LIVES } from '../city/city-log.js';
import { inLanes } from '../support/lanes.js';
import { runAsProgram } from '../support/program.js';
import type { StoreAddress } from '../support/store.js';
import { preparedLog } from './prepared.js';

const LANES = 512;

/** What a store is to hold before it is measured. */
export interface ToFill {
  readonly dataDir: string;
  readonly events: number;
  /** Projects that report month by month; short lives when left out. */
  readonly fullLives?: boolean;
}

export interface Filled {
  readonly address: StoreAddress;
  /** A few more than were asked for. */
  readonly events: number;
}

let postgres: EmbeddedPostgres | undefined;
let store: EmbeddedEventStore | undefined;

/** The program: the embedded event store in the given folder, with so many events written before it listens. */
runAsProgram<ToFill, Filled>(
  async ({ dataDir, events, fullLives = false }) => {
    postgres = await startEmbeddedPostgres({ dataDir, ephemeral: true });
    const log = await EventLog.open(postgres.url);
    let written = 0;
    await inLanes(LANES, preparedLog(events, fullLives ? FULL_LIVES : undefined), async (append) => {
      const { kind } = await log.append(append);
      if (kind !== 'appended') throw new Error(`an append to ${append.stream} was answered ${kind}`);
      written += append.events.length;
    });
    store = await serveLog(log);
    return {
      address: { databaseUrl: postgres.url, eventStoreUrl: store.connectionString },
      events: written,
    };
  },
  async () => {
    await store?.stop();
    await postgres?.stop();
  },
);
