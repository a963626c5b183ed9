import { rmSync } from 'node:fs';
import { Client, escapeIdentifier } from 'pg';
import { binariesFor } from './binaries.js';
import { SUPERUSER, prepareCluster } from './cluster.js';
import { type DataFolder, openDataFolder, passwordOf } from './data-folder.js';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { forgetStalePid, stopPostmaster } from './postmaster.js';
import { type ServerProcess, launch } from './server-process.js';
import { serverUserFor } from './server-user.js';

/** A running PostgreSQL. */
export interface EmbeddedPostgres {
  /** `postgres://postgres:PASSWORD@127.0.0.1:PORT/DATABASE`: a superuser's. */
  readonly url: string;
  /** Resolves when the server has ended: by `stop`, or because somebody killed it. */
  readonly ended: Promise<void>;
  /** Stops the server in good order; open connections are cut. Safe to call more than once. */
  stop(): Promise<void>;
}

/** Where a server keeps its data and how it is reached. */
export interface EmbeddedPostgresOptions {
  /** A folder of its own, made when missing; as root it is given to the user that the server runs as. */
  readonly dataDir: string;
  /** The database that `url` names, made when missing; `ledger` when left out. */
  readonly database?: string;
  /** 0, or left out, takes a free port. */
  readonly port?: number;
  /** For tests: the folder is removed when the server stops, even by kill -9 of this process. */
  readonly ephemeral?: boolean;
}

async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function stopServer(folder: DataFolder, native: string, server: ServerProcess, ephemeral: boolean) {
  server.child.ref();
  await stopPostmaster(folder, native);
  server.child.stdin?.destroy();
  await server.ended;
  if (ephemeral) rmSync(folder.path, { recursive: true, force: true });
}

async function startLocked(folder: DataFolder, lock: FolderLock, options: EmbeddedPostgresOptions) {
  const { database = 'ledger', port = 0, ephemeral = false } = options;
  const user = serverUserFor(folder.cluster);
  const native = binariesFor(user);
  await stopPostmaster(folder, native);
  forgetStalePid(folder);
  prepareCluster(folder, native, user, ephemeral);
  const server = await launch({ folder, native, user, port, ephemeral });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= stopServer(folder, native, server, ephemeral).finally(() => lock.release()));
  const serverUrl = `postgres://${SUPERUSER}:${passwordOf(folder)}@127.0.0.1:${server.port}`;
  try {
    await ensureDatabase(serverUrl, database);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `${serverUrl}/${encodeURIComponent(database)}`, ended: server.ended, stop };
}

/**
 * Starts the packaged PostgreSQL on a folder, which this process alone holds until `stop` or its end. A server left
 * over from a crash is stopped first. When this process ends, however it ends, the server ends too.
 * @throws EmbeddedPostgresError, `folder-in-use` when another ledger runs on the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = openDataFolder(options.dataDir);
  const lock = await lockFolder(folder);
  try {
    return await startLocked(folder, lock, options);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
