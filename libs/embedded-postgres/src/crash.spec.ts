import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import { startEmbeddedPostgres } from './index.js';

const LOADER = resolve('test/support/typescript.mjs');
const LIBRARY = resolve('libs/embedded-postgres/src/index.ts');
const PARENT = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(LIBRARY)});
  const { url } = await startEmbeddedPostgres({ dataDir: process.argv[1], ephemeral: process.argv[2] === 'ephemeral' });
  console.log(url);
  process.stdin.resume();
`;

let home: string;
let dataDir: string;
const parents: ChildProcess[] = [];

/** A process of its own that starts the server, as the ledger does, and stays. */
async function startInParent(...options: 'ephemeral'[]): Promise<{ parent: ChildProcess; url: string }> {
  const parent = spawn(
    process.execPath,
    ['--import', LOADER, '--input-type=module', '-e', PARENT, dataDir, ...options],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  parents.push(parent);
  const [url] = (await once(parent.stdout.setEncoding('utf8'), 'data')) as [string];
  return { parent, url: url.trim() };
}

const killed = async (process: ChildProcess): Promise<void> => {
  const exited = once(process, 'exit');
  process.kill('SIGKILL');
  await exited;
};

const postmasterPid = (): number => Number.parseInt(readFileSync(join(dataDir, 'cluster/postmaster.pid'), 'utf8'), 10);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(10);
}

/** For what reads /proc. */
const onLinux = process.platform === 'linux' ? it : it.skip;

/** The processes of a process's group, from Linux's /proc. */
function groupOf(pid: number): number[] {
  const group = (of: string) =>
    readFileSync(`/proc/${of}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[2];
  const wanted = group(String(pid));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`) && group(name) === wanted)
    .map(Number);
}

const count = async (url: string): Promise<number> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ count: number }>('SELECT count(*)::int AS count FROM facts')
    .finally(() => client.end());
  return rows[0]?.count ?? Number.NaN;
};

const create = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE facts (n int); INSERT INTO facts VALUES (1)').finally(() => client.end());
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'embedded-postgres-crash-'));
  dataDir = join(home, 'postgres');
});

afterEach(async () => {
  const left = parents.splice(0).filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(left.map(killed));
  rmSync(home, { recursive: true, force: true });
});

describe('after kill -9', () => {
  it('of the parent, the server ends too', async () => {
    const { parent } = await startInParent();
    const pid = postmasterPid();
    await killed(parent);
    await until(() => !isAlive(pid));
    expect(existsSync(join(dataDir, 'cluster/postmaster.pid'))).toBe(false);
  });

  it('of the parent, a folder made for a test is removed', async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
    const { parent } = await startInParent('ephemeral');
    await killed(parent);
    await until(() => !existsSync(dataDir));
  });

  it('of the parent, a folder made for a test is emptied where the folder above is closed', async () => {
    const { parent } = await startInParent('ephemeral');
    await killed(parent);
    await until(() => !existsSync(dataDir) || readdirSync(dataDir).length === 0);
  });

  it('of the server, every acknowledged row is there at the next start', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    await create(server.url);
    const pool = new Pool({ connectionString: server.url, max: 4 });
    pool.on('error', () => undefined);
    let acknowledged = 1;
    const writer = async () => {
      for (;;) {
        await pool.query('INSERT INTO facts VALUES (2)');
        if (++acknowledged === 200) process.kill(postmasterPid(), 'SIGKILL');
      }
    };
    const failures = await Promise.allSettled([writer(), writer(), writer(), writer()]);
    expect(failures.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    await server.ended;
    await server.stop();
    await pool.end();
    const again = await startEmbeddedPostgres({ dataDir });
    const rows = await count(again.url).finally(() => again.stop());
    expect(rows).toBeGreaterThanOrEqual(acknowledged);
    expect(rows).toBeLessThanOrEqual(acknowledged + 4);
  });

  onLinux('of all but the server, the next start stops it first', async () => {
    const { parent, url } = await startInParent();
    await create(url);
    const orphan = postmasterPid();
    groupOf(orphan)
      .filter((pid) => pid !== orphan)
      .forEach((pid) => process.kill(pid, 'SIGKILL'));
    await killed(parent);
    expect(isAlive(orphan)).toBe(true);
    const next = await startEmbeddedPostgres({ dataDir });
    expect(postmasterPid()).not.toBe(orphan);
    expect(await count(next.url).finally(() => next.stop())).toBe(1);
  });

  it('of initdb, the half-made cluster is made again', async () => {
    mkdirSync(join(dataDir, 'cluster.new/base'), { recursive: true });
    writeFileSync(join(dataDir, 'password'), '');
    const server = await startEmbeddedPostgres({ dataDir });
    await server.stop();
    expect(readdirSync(dataDir).sort()).toEqual(['cluster', 'password']);
  });
});

describe('a stale postmaster.pid', () => {
  it('that names an unrelated process is dropped, and the process lives', async () => {
    await (await startEmbeddedPostgres({ dataDir })).stop();
    const bystander = spawn('sleep', ['600']);
    parents.push(bystander);
    const pid = bystander.pid ?? Number.NaN;
    writeFileSync(join(dataDir, 'cluster/postmaster.pid'), `${pid}\n${realpathSync(dataDir)}\n1\n5432\n\n\n\nready\n`);
    const server = await startEmbeddedPostgres({ dataDir });
    expect(isAlive(pid)).toBe(true);
    expect(postmasterPid()).not.toBe(pid);
    await server.stop();
  });

  it('copied with a running folder does not touch the original', async () => {
    const original = await startEmbeddedPostgres({ dataDir });
    await create(original.url);
    const copyDir = join(home, 'copy');
    cpSync(dataDir, copyDir, { recursive: true });
    const copy = await startEmbeddedPostgres({ dataDir: copyDir });
    await copy.stop();
    expect(await count(original.url).finally(() => original.stop())).toBe(1);
  });
});
