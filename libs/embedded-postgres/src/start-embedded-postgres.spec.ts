import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.js';

let home: string;
let dataDir: string;
const running: EmbeddedPostgres[] = [];

const start = async (options: { database?: string; ephemeral?: boolean } = {}): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  running.push(server);
  return server;
};

const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
  dataDir = join(home, 'closed', 'postgres');
  mkdirSync(join(home, 'closed'), { mode: 0o700 }); // closed to the server user when the tests run as root
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  rmSync(home, { recursive: true, force: true });
});

describe('an embedded PostgreSQL', () => {
  it('keeps its rows when it is started again', async () => {
    const first = await start();
    await query(first.url, `CREATE TABLE kept (word text); INSERT INTO kept VALUES ('签约')`);
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: '签约' }]);
  });

  it('is durable, sorts by code point, and listens on the loopback address alone', async () => {
    const { url } = await start();
    const [settings] = await query(
      url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
              current_setting('full_page_writes') AS full_page_writes, current_setting('listen_addresses') AS listen,
              current_setting('unix_socket_directories') AS sockets,
              (SELECT datlocale FROM pg_database WHERE datname = current_database()) AS locale`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen: '127.0.0.1',
      sockets: '',
      locale: 'C.UTF-8',
    });
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
  });

  it('makes the database that is asked for, once', async () => {
    const first = await start({ database: '台账-2' });
    await query(first.url, 'CREATE TABLE here ()');
    await first.stop();
    const second = await start({ database: '台账-2' });
    expect(await query(second.url, 'SELECT count(*)::int AS rows FROM here')).toEqual([{ rows: 0 }]);
  });

  it('refuses a second start on its folder and goes on running', async () => {
    const { url } = await start();
    await expect(startEmbeddedPostgres({ dataDir: join(dataDir, '..', 'postgres') })).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringContaining(dataDir),
    });
    expect(await query(url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('refuses a folder of other files and leaves it as it was', async () => {
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o755);
    writeFileSync(join(dataDir, 'letters.txt'), 'not ours');
    await expect(start()).rejects.toMatchObject({ code: 'folder-not-ours' });
    expect(statSync(dataDir)).toMatchObject({ uid: process.getuid?.() });
    expect(statSync(dataDir).mode & 0o777).toBe(0o755);
  });

  it('stops under open connections, more than once if asked, and says that it has ended', async () => {
    const server = await start();
    const client = new Client({ connectionString: server.url });
    const cut = new Promise<Error>((resolve) => client.on('error', resolve));
    await client.connect();
    await Promise.all([server.stop(), server.stop()]);
    await server.ended;
    expect(await cut).toBeInstanceOf(Error);
  });

  it('removes its folder at the end when it was started for a test', async () => {
    const server = await start({ ephemeral: true });
    await server.stop();
    expect(existsSync(dataDir)).toBe(false);
  });
});
