import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#libs/embedded-postgres';
import { runAsProgram } from './program.js';

/** Where the store can be reached, and the Postgres that it stands on. */
export interface StoreAddress {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
}

let postgres: EmbeddedPostgres | undefined;
let store: EmbeddedEventStore | undefined;

/** In which folder, and whether it stays when the program ends. */
export interface StorePlace {
  readonly dataDir: string;
  readonly stays?: boolean;
}

/** The program: the embedded event store over the embedded Postgres, durable, in the given folder. */
runAsProgram<StorePlace, StoreAddress>(
  async ({ dataDir, stays = false }) => {
    postgres = await startEmbeddedPostgres({ dataDir, ephemeral: !stays });
    store = await startEmbeddedEventStore({ databaseUrl: postgres.url });
    return { databaseUrl: postgres.url, eventStoreUrl: store.connectionString };
  },
  async () => {
    await store?.stop();
    await postgres?.stop();
  },
);
