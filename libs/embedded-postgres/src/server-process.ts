import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Socket, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SERVER_ENVIRONMENT, dataArgument } from './cluster.js';
import { type DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { markOf } from './postmaster.js';
import { type ServerUser } from './server-user.js';
import { settingsArguments } from './settings.js';

/**
 * Runs the server and watches standard input, which our process holds open and never writes to: when it closes, even
 * by kill -9, the server is told to stop. INT is the fast shutdown that we want, but a background job starts with it
 * ignored, so TERM goes first for the moments before the server has its own handlers.
 * `$0` is a folder to remove at the end, or empty: what is in it goes by relative paths, because the server user may be
 * unable to reach it by its name. The rest is the server's command.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( read -r _ <&3; kill -TERM $server; kill -INT $server ) 2>/dev/null &
guard=$!
exec 3<&-
wait $server
status=$?
kill $guard 2>/dev/null
wait $guard
[ -z "$0" ] || rm -rf ../cluster ../password "$0" 2>/dev/null
exit $status
`;

/** As many characters of the server's last words as an error message should quote. */
const LOG_TAIL = 4_000;
const RETRY_MS = 50;
/** How long the processes of a killed server may take to notice and let go of its memory, and how often ports collide. */
const RETRY_LIMIT_MS = 15_000;

const OLD_MEMORY_IN_USE = 'pre-existing shared memory block';
const PORT_TAKEN = 'could not create any TCP/IP sockets';

/** A running server. */
export interface ServerProcess {
  readonly port: number;
  readonly child: ChildProcess;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/** How to start a server; `port` 0 takes any free one. */
export interface Launch {
  readonly folder: DataFolder;
  readonly native: string;
  readonly user: ServerUser;
  readonly port: number;
  readonly ephemeral: boolean;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function spawnServer({ folder, native, user, ephemeral }: Launch, port: number): ChildProcess {
  const postgres = join(native, 'bin', 'postgres');
  const settings = [...settingsArguments(), '-c', markOf(folder)];
  const server = ['-D', dataArgument(folder.cluster), '-p', String(port), ...settings];
  const [command, ...args] =
    process.platform === 'win32'
      ? [postgres, ...server]
      : ['/bin/sh', '-c', GUARD, ephemeral ? folder.path : '', postgres, ...server];
  return spawn(command, args, {
    ...user,
    cwd: folder.cluster,
    env: process.platform === 'win32' ? process.env : SERVER_ENVIRONMENT,
    detached: true, // out of the terminal's process group: Ctrl-C reaches us alone, and we stop it in good order
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

/** @returns the server's last words when it ended instead of getting ready. */
function readiness(child: ChildProcess): Promise<{ ready: boolean; log: string }> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      log = (log + chunk).slice(-LOG_TAIL);
      if (log.includes('ready to accept connections')) resolve({ ready: true, log });
    });
    child.once('error', reject);
    child.once('close', () => resolve({ ready: false, log }));
  });
}

/** Lets our process end while the server runs: the guard then stops it. */
function unref(child: ChildProcess): void {
  child.unref();
  (child.stdin as Socket).unref();
  (child.stderr as Socket).unref();
}

/**
 * Starts the server and waits until it accepts connections.
 * @throws EmbeddedPostgresError `start-failed` with the server's last words.
 */
export async function launch(options: Launch): Promise<ServerProcess> {
  const deadline = Date.now() + RETRY_LIMIT_MS;
  for (;;) {
    const port = options.port || (await freePort());
    const child = spawnServer(options, port);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const { ready, log } = await readiness(child);
    if (ready) {
      void ended.then(() => child.stdin?.destroy()); // a guard that outlived its shell stops the server too
      unref(child);
      return { port, child, ended };
    }
    const passing = log.includes(OLD_MEMORY_IN_USE) || (options.port === 0 && log.includes(PORT_TAKEN));
    if (!passing || Date.now() > deadline) throw new EmbeddedPostgresError('start-failed', `数据库没有启动：${log}`);
    await delay(RETRY_MS);
  }
}
