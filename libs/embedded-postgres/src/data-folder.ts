import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';

/** Where one database keeps everything. `identity` names the folder itself, by whatever path it is reached. */
export interface DataFolder {
  readonly path: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** A cluster in the making: renamed to `cluster` once it is whole. */
  readonly unfinishedCluster: string;
  /** The superuser's password, readable by its owner only. */
  readonly passwordFile: string;
  readonly identity: string;
}

/**
 * Opens the folder, made with mode 0700 when missing.
 * @throws EmbeddedPostgresError when it can't be read, or holds files that are not a database of this product.
 */
export function openDataFolder(dataDir: string): DataFolder {
  const path = resolve(dataDir);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const { dev, ino } = statSync(path, { bigint: true });
    const cluster = join(path, 'cluster');
    const folder = {
      path,
      cluster,
      unfinishedCluster: `${cluster}.new`,
      passwordFile: join(path, 'password'),
      identity: `ledger-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)}`,
    };
    if (readdirSync(path).length > 0 && !existsSync(folder.passwordFile)) {
      throw new EmbeddedPostgresError('folder-not-ours', `${path} 里有别的文件，不是本系统的数据库文件夹`);
    }
    return folder;
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError('folder-not-accessible', `不能读写数据文件夹 ${path}：${String(error)}`, error);
  }
}

/** The superuser's password: random, made on the first start (again when a crash left the file empty). */
export function passwordOf(folder: DataFolder): string {
  const recorded = existsSync(folder.passwordFile) ? readFileSync(folder.passwordFile, 'utf8') : '';
  if (recorded !== '') return recorded;
  const password = randomBytes(24).toString('hex');
  writeFileSync(folder.passwordFile, password, { mode: 0o600, flush: true });
  return password;
}
