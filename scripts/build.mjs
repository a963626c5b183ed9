// What `npm run build` runs: compiles the server and the page into dist/, always whole. `ensureBuilt` skips what is built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built');
const LOCK = join(ROOT, 'node_modules/.cache/ledger-build.lock');
// Whoever builds, a test run among them, the page is built for its users.
const PRODUCTION = { ...process.env, NODE_ENV: 'production' };
const LOOK_AGAIN_MS = 200;
const SOURCES = ['apps', 'libs', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];
const STEPS = [
  ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'ledger'],
  ['node_modules/vite/bin/vite.js', 'build', 'apps/dashboard'],
];

const filesBelow = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));

/** A digest of names, sizes and times: enough to notice every edit, addition and removal without reading the files. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow).sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const sources = () =>
  fingerprint(SOURCES.flatMap((name) => filesBelow(join(ROOT, name))).filter((path) => !path.endsWith('.spec.ts')));

const output = () =>
  fingerprint(
    readdirSync(DIST)
      .map((name) => join(DIST, name))
      .filter((path) => path !== STAMP),
  );

/** True when dist/ is exactly what the last build made of exactly these sources. */
const isBuilt = () => unlessGone(() => readFileSync(STAMP, 'utf8') === `${sources()} ${output()}`, false);

/** What `look` gives, or `otherwise` if what it looks at is not there: another process may remove it meanwhile. */
function unlessGone(look, otherwise) {
  try {
    return look();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return otherwise;
  }
}

/**
 * Builds from nothing: an incremental build takes files missing from dist/ for built. Every line goes to standard
 * error, so that a command may print JSON. @returns the exit code, 0 when all steps succeeded.
 */
function build() {
  rmSync(DIST, { recursive: true, force: true });
  const built = sources(); // taken first: an edit made while building must not pass for built
  for (const step of STEPS) {
    const { status } = spawnSync(process.execPath, step, { cwd: ROOT, env: PRODUCTION, stdio: ['ignore', 2, 2] });
    if (status !== 0) return status ?? 1;
  }
  writeFileSync(STAMP, `${built} ${output()}`);
  return 0;
}

/** Builds unless that is done, one process at a time. @returns the exit code, 0 when dist/ is current. */
export async function ensureBuilt() {
  while (!isBuilt()) {
    if (!tookLock()) {
      await delay(LOOK_AGAIN_MS);
      continue;
    }
    try {
      if (isBuilt()) break;
      const code = build();
      if (code !== 0) return code;
    } finally {
      rmSync(LOCK, { force: true });
    }
  }
  return 0;
}

/** The lock names its holder, so that one that died does not hold it for ever. */
function tookLock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = Number(unlessGone(() => readFileSync(LOCK, 'utf8'), ''));
    if (!isAlive(holder)) rmSync(LOCK, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = build();
