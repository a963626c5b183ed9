import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** The ledger's sources as they are now, so that no build has to be current. */
const LEDGER = ['--import', resolve('test/support/typescript.mjs'), resolve('apps/ledger/src/main.ts')];

const environment = (dataDir: string): NodeJS.ProcessEnv => {
  const { DATABASE_URL, ESDB_URL, NODE_OPTIONS, ...rest } = process.env;
  return { ...rest, DATA_DIR: dataDir, PORT: '0' };
};

/** Runs a command of the ledger's to its end. @throws with its output when it fails. */
export const runLedger = (dataDir: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, [...LEDGER, ...args], {
    env: environment(dataDir),
    maxBuffer: 64 * 1024 * 1024,
  });

const spawnWith = (env: NodeJS.ProcessEnv, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...LEDGER, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });

/** Starts a command of the ledger's; whoever did ends it. Its standard error is a pipe, the rest is closed. */
export const spawnLedger = (dataDir: string, ...args: string[]): ChildProcess => spawnWith(environment(dataDir), args);

/** The ledger as its users start it, in a process of its own. */
export interface LedgerProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it as a power cut would: the ledger and its database at once. */
  killAll(): Promise<void>;
  /** Ctrl-C. Resolves with the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts `npm start` or another command that stays up, and waits until it says where it is to be reached. */
export const startLedgerProcess = (dataDir: string, ...args: string[]): Promise<LedgerProcess> =>
  announced(spawnLedger(dataDir, ...args), dataDir);

/** Starts the API alone, on a database and an event store that are there already; its key lies in the folder. */
export const startApiProcess = (
  dataDir: string,
  { databaseUrl, eventStoreUrl }: { databaseUrl: string; eventStoreUrl: string },
): Promise<LedgerProcess> =>
  announced(
    spawnWith({ ...environment(dataDir), DATABASE_URL: databaseUrl, ESDB_URL: eventStoreUrl }, ['api']),
    dataDir,
  );

async function announced(child: ChildProcess, dataDir: string): Promise<LedgerProcess> {
  const url = await announcedUrl(child);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return {
    url,
    process: child,
    async killAll() {
      const database = postmasterOf(dataDir);
      child.kill('SIGKILL');
      process.kill(database, 'SIGKILL');
      await ended;
    },
    async interrupt() {
      child.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
  };
}

/** The embedded database's process. */
export const postmasterOf = (dataDir: string): number =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);

async function announcedUrl(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr! })) {
    said.push(line);
    const url = /https?:\/\/[\d.]+:\d+|esdb:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) {
      child.stderr!.resume();
      return url;
    }
  }
  throw new Error(`the ledger ended before it was up: ${said.join('\n')}`);
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
