import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { startApi } from '#apps/api';
import { READ_MODELS, startProjector } from '#apps/projector';
import { type Actor, signToken } from '#libs/access';
import { startEmbeddedEventStore } from '#libs/embedded-event-store';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import { forgetAddresses, keepAddresses } from './addresses.js';
import { DASHBOARD_FOLDER } from './dashboard-folder.js';
import { freePortUnless } from './free-port.js';
import { localSigningKey, verificationKeys } from './keys.js';
import { type Settings } from './settings.js';
import { Stopwatch } from './stopwatch.js';

/** All of the product, running in this process. */
export interface Ledger {
  /** Of the API and the page, without a slash at the end. */
  readonly url: string;
  /** How long each part took to start, in milliseconds. */
  readonly timings: Record<string, number>;
  /** Signs a token with the local key. */
  token(actor: Actor): Promise<string>;
  /** Resolves when the embedded database has ended, by `stop` or of itself; never where there is none. */
  readonly databaseEnded: Promise<void>;
  stop(): Promise<void>;
}

const NEVER = new Promise<void>(() => undefined);

/**
 * Starts what the settings don't replace: Postgres, the event store, the projector, the API with the page. Without a
 * port in the settings it listens on `defaultPort`, or on a free one should that be taken.
 */
export async function startLedger(settings: Settings, defaultPort = 0): Promise<Ledger> {
  const { dataDir, host, jwksFile } = settings;
  const logger = pino({ level: settings.logLevel }, pino.destination(2));
  const watch = new Stopwatch();
  const started: { stop(): Promise<void> }[] = [];
  const keep = <Part extends { stop(): Promise<void> }>(part: Part): Part => {
    started.unshift(part);
    return part;
  };
  const stop = async () => {
    for (const part of started.splice(0)) await part.stop();
  };
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    const startPostgres = () => watch.time('postgres', startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') }));
    const database = settings.databaseUrl ? { url: settings.databaseUrl, ended: NEVER } : keep(await startPostgres());
    const databaseUrl = database.url;
    const eventStoreUrl =
      settings.eventStoreUrl ??
      keep(await watch.time('eventStore', startEmbeddedEventStore({ databaseUrl }))).connectionString;
    keep(await watch.time('projector', startProjector({ databaseUrl, eventStoreUrl, logger })));
    const port = settings.port ?? (await freePortUnless(defaultPort, host));
    const keys = await verificationKeys(dataDir, jwksFile);
    const api = keep(
      await watch.time(
        'api',
        startApi({
          databaseUrl,
          eventStoreUrl,
          keys,
          logger,
          readModels: READ_MODELS,
          host,
          port,
          dashboardFolder: DASHBOARD_FOLDER,
        }),
      ),
    );
    await keepAddresses(dataDir, { databaseUrl, eventStoreUrl });
    keep({ stop: () => forgetAddresses(dataDir) });
    return {
      url: api.url,
      timings: watch.laps,
      databaseEnded: database.ended,
      token: async (actor) => signToken(await localSigningKey(dataDir), actor),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
