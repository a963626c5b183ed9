import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './errors.js';

const LEDGER_MARK = 'cluster_name=ledger-';
const POLL_MS = 20;
/** A fast shutdown writes everything out; past this an immediate one leaves the rest to recovery. */
const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

/** Put on the server's command line, where any user may read it: this is how a process is known to be ours. */
export const markOf = (folder: DataFolder): string => `cluster_name=${folder.identity}`;

const pidFile = (folder: DataFolder): string => join(folder.cluster, 'postmaster.pid');

function recordedPid(folder: DataFolder): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile(folder), 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The arguments of a running process, NUL or space between them; undefined when there is none. */
function commandOf(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout || undefined;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || undefined;
  } catch {
    return undefined;
  }
}

const isPostgres = (command: string): boolean => basename(command.split(/[\0 ]/)[0] ?? '').startsWith('postgres');

/** The pid of the server that runs on the folder, if it is one of ours. */
function runningPid(folder: DataFolder): number | undefined {
  const pid = recordedPid(folder);
  return pid !== undefined && commandOf(pid)?.includes(markOf(folder)) ? pid : undefined;
}

async function gone(folder: DataFolder, pid: number, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (commandOf(pid)?.includes(markOf(folder))) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

/** Stops the server that runs on the folder, whoever started it, and returns once it is gone; no effect when none does. */
export async function stopPostmaster(folder: DataFolder, native: string): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(join(native, 'bin', 'pg_ctl'), ['stop', '-m', 'fast', '-D', folder.cluster]);
    return;
  }
  const pid = runningPid(folder);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  if (await gone(folder, pid, FAST_SHUTDOWN_MS)) return;
  process.kill(pid, 'SIGQUIT');
  if (await gone(folder, pid, IMMEDIATE_SHUTDOWN_MS)) return;
  throw new EmbeddedPostgresError('stop-failed', `数据库进程 ${pid} 没有停止`);
}

/**
 * Removes a postmaster.pid whose number now belongs to an unrelated process, or to the server of another folder that
 * this one was copied from; PostgreSQL would take it for a server of its own. Another PostgreSQL is left to object.
 */
export function forgetStalePid(folder: DataFolder): void {
  const pid = recordedPid(folder);
  const command = pid === undefined ? undefined : commandOf(pid);
  if (command === undefined || command.includes(markOf(folder))) return;
  if (!isPostgres(command) || command.includes(LEDGER_MARK)) rmSync(pidFile(folder), { force: true });
}
