import { createServer, listen } from './server.js';
import { OpenCalls } from './services/open-calls.js';
import { EventLog } from './storage/event-log.js';
import type { Log } from './storage/log.js';

const SHUTDOWN_MS = 300;

/** A running store. */
export interface EmbeddedEventStore {
  readonly port: number;
  /** For EventStoreDB's clients: `esdb://127.0.0.1:PORT?tls=false`. */
  readonly connectionString: string;
  /** Answers the appends in flight, ends subscriptions as UNAVAILABLE, lets go of the database. Safe to call twice. */
  stop(): Promise<void>;
}

/** Where to listen. */
export interface ListenOptions {
  /** 0, the default: any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface EmbeddedEventStoreOptions extends ListenOptions {
  /** A Postgres database; its schema `event_store` is made or brought up to date. */
  readonly databaseUrl: string;
}

/**
 * Starts a store that speaks EventStoreDB's gRPC protocol over a Postgres database.
 *
 * Throws with a sentence when fsync, full_page_writes or synchronous_commit is off, when another store is running on
 * this database, or when the port is taken.
 */
export async function startEmbeddedEventStore(options: EmbeddedEventStoreOptions): Promise<EmbeddedEventStore> {
  return serveLog(await EventLog.open(options.databaseUrl), options);
}

/** Serves a log over gRPC, and closes it in the end. Throws, having closed it, when the port is taken. */
export async function serveLog(
  log: Log,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<EmbeddedEventStore> {
  const calls = new OpenCalls();
  const server = createServer(log, calls);
  const bound = await listen(server, host, port).catch(async (error: unknown) => {
    await log.close();
    throw error;
  });
  let stopped: Promise<void> | undefined;

  async function stop(): Promise<void> {
    await calls.endAll();
    await new Promise<void>((resolve) => {
      const overdue = setTimeout(resolve, SHUTDOWN_MS);
      server.tryShutdown(() => {
        clearTimeout(overdue);
        resolve();
      });
    });
    server.forceShutdown();
    await log.close();
  }

  return {
    port: bound,
    connectionString: `esdb://${host}:${bound}?tls=false`,
    stop: () => (stopped ??= stop()),
  };
}
