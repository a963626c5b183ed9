import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DataFolder, passwordOf } from './data-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { type ServerUser, giveTo } from './server-user.js';

/** The name of the only role. */
export const SUPERUSER = 'postgres';

/** English, whatever the machine speaks: the server's words are matched and quoted. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };

/**
 * How PostgreSQL programs are told their data directory: as the working directory they start in, where the system has
 * a name for it. It is entered before root's rights are given up, so the folders above may be closed to the server user.
 */
export const dataArgument = (cluster: string): string => (process.platform === 'linux' ? '/proc/self/cwd' : cluster);

/** Builtin C.UTF-8 sorts alike on every machine and needs no locale installed. */
const INITDB_ARGUMENTS = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--pwfile=../password',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--locale=C.UTF-8',
  '--no-instructions',
];

/**
 * Makes sure the data directory exists and belongs to the server user. It appears whole or not at all: one that a
 * crash cut short is made again.
 */
export function prepareCluster(folder: DataFolder, native: string, user: ServerUser, ephemeral: boolean): void {
  passwordOf(folder);
  giveTo(user, folder.path, 0o700);
  if (!existsSync(folder.cluster)) createCluster(folder, native, user, ephemeral);
  giveTo(user, folder.cluster, 0o700);
}

function createCluster(folder: DataFolder, native: string, user: ServerUser, ephemeral: boolean): void {
  const cluster = folder.unfinishedCluster;
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  giveTo(user, cluster, 0o700);
  const { status, stderr, error } = spawnSync(
    join(native, 'bin', 'initdb'),
    [`--pgdata=${dataArgument(cluster)}`, ...INITDB_ARGUMENTS, ...(ephemeral ? ['--no-sync'] : [])],
    { ...user, cwd: cluster, env: SERVER_ENVIRONMENT, encoding: 'utf8' },
  );
  if (status !== 0) throw new EmbeddedPostgresError('initdb-failed', `不能建立数据库：${stderr}`, error);
  renameSync(cluster, folder.cluster);
  if (!ephemeral && process.platform !== 'win32') [folder.path, dirname(folder.path)].forEach(syncDirectory);
}

/** Makes a new name lasting: after a power cut a cluster still called unfinished would be thrown away. */
function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  fsyncSync(directory);
  closeSync(directory);
}
