import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.js';

/** Whom the server runs as; undefined means as we are, because PostgreSQL only refuses root. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

const CANDIDATES = ['postgres', 'nobody'];

const isRoot = (): boolean => process.getuid?.() === 0;

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/**
 * As root: the owner of the existing data, so that data made by an ordinary user stays that user's; else `postgres`,
 * else `nobody`.
 */
export function serverUserFor(cluster: string): ServerUser {
  if (!isRoot()) return undefined;
  const data = lstatSync(cluster, { throwIfNoEntry: false });
  if (data !== undefined && data.uid !== 0) return { uid: data.uid, gid: data.gid };
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new EmbeddedPostgresError('start-failed', '数据库不能以 root 身份运行，本机又没有 postgres 或 nobody 用户');
}

/** Gives a path of ours, and all below it, to the server user; PostgreSQL also insists on mode 0700 of its data. */
export function giveTo(user: ServerUser, path: string, mode: number): void {
  if (user !== undefined && lstatSync(path).uid !== user.uid) {
    const { status, stderr } = spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, path], { encoding: 'utf8' });
    if (status !== 0) throw new EmbeddedPostgresError('folder-not-accessible', `不能更改 ${path} 的属主：${stderr}`);
  }
  chmodSync(path, mode);
}
