import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHORT_LIVES, cityLog } from '../bench/city/city-log.js';
import { projectLife, visitLife } from '../bench/city/lives.js';
import { loadLog } from '../bench/support/load-log.js';
import { addressesOf } from '../../apps/ledger/src/addresses.js';
import { connectDatabase } from '#libs/database';
import { digestOfProjection } from '#libs/projections';
import { READ_MODELS } from '#apps/projector';
import { eventually } from '../support/eventually.js';
import { type LedgerProcess, runLedger, spawnLedger, startLedgerProcess } from '../support/ledger-process.js';

const EVENTS = 3000;
// No leads: the running ledger itself would open the projects that they are converted to, before the log does.
const LIVES = { ...SHORT_LIVES, kinds: [projectLife, visitLife] } as const;
const postings = READ_MODELS.find(({ name }) => name === 'postings')!;

// Whole processes are started here, on machines that may be busy.
jest.setTimeout(240_000);

interface Status {
  readonly projections: { projection: string; role: string; seq: string; lag: { events: string }; parked: number }[];
}

describe('the commands on the read models of a running ledger', () => {
  let dataDir: string;
  let ledger: LedgerProcess;
  let sql: Awaited<ReturnType<typeof connectDatabase>>;

  const health = async (path = '/health') => {
    const response = await fetch(`${ledger.url}${path}`);
    return { code: response.status, body: (await response.json()) as Status & { status: string; seq: string } };
  };
  const status = async () => JSON.parse((await runLedger(dataDir, 'status', '--json')).stdout) as Status;
  const shadow = async () =>
    (
      await sql.query<{ seq: string }[]>(
        `select seq from ledger.projection_checkpoint where projection = 'postings-rebuild' and seq > 0`,
      )
    )[0];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ledger-operations-'));
    ledger = await startLedgerProcess(dataDir, 'start');
    const { databaseUrl, eventStoreUrl } = await addressesOf({ dataDir, host: '', logLevel: '' });
    sql = await connectDatabase(databaseUrl);
    await loadLog(eventStoreUrl, cityLog(11, EVENTS, LIVES), 16);
    await eventually(async () => (await health()).body.projections.every(({ lag }) => lag.events === '0'), 120_000);
  });
  afterAll(async () => {
    await sql.destroy();
    await ledger.interrupt();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('status says where every projection stands, as health does', async () => {
    const { projections } = await status();
    expect(projections.map(({ projection }) => projection)).toEqual(
      expect.arrayContaining(READ_MODELS.map(({ name }) => name)),
    );
    expect(Number(projections[0]!.seq)).toBeGreaterThanOrEqual(EVENTS);
    expect((await runLedger(dataDir, 'status')).stdout).toMatch(/postings +\d+ +现行 +\d+ +0 +0 +0\n/);
    expect(await health('/health/ready')).toMatchObject({ code: 200, body: { status: 'up' } });
  });

  it('rebuild goes on after kill -9, and leaves the same tables', async () => {
    const digest = await digestOfProjection(sql, postings);
    const schema = `postings_v${postings.version}`;
    const rows = await sql.query(`delete from ${schema}.posting where seq % 2 = 0 returning 1`);
    expect(rows).not.toEqual([[], 0]);
    const first = spawnLedger(dataDir, 'rebuild', 'postings');
    first.stderr?.resume();
    const ended = once(first, 'exit');
    await eventually(shadow, 60_000);
    first.kill('SIGKILL');
    await ended;
    expect(await shadow()).toBeDefined();
    expect((await status()).projections.map(({ role }) => role)).toContain('rebuild');
    const { stdout, stderr } = await runLedger(dataDir, 'rebuild', 'postings');
    expect(stdout).toBe(`postings 第 ${postings.version} 版已重建并启用\n`);
    expect(stderr).toMatch(/重建 postings .*\d+\/3\d\d\d/);
    expect(await digestOfProjection(sql, postings)).toBe(digest);
    expect(await shadow()).toBeUndefined();
  });

  it('retry lets a stopped projection go on; until then health is not ready', async () => {
    await sql.query(
      `update ledger.projection_checkpoint set stopped_at = now(), stopped_for = 'by hand' where projection = 'postings'`,
    );
    await eventually(async () => (await health('/health/ready')).code === 503);
    expect((await health()).body.status).toBe('degraded');
    await expect(runLedger(dataDir, 'status')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/postings +\d+ +现行，已停止[^]*postings 自 .* 起停止：by hand/),
    });
    expect((await runLedger(dataDir, 'retry', 'postings')).stdout).toMatch(/^postings：已解除停止/);
    await eventually(async () => (await health('/health/ready')).code === 200);
    expect((await runLedger(dataDir, 'retry', 'postings')).stdout).toBe('postings：没有搁置的事件\n');
  });

  it('health shows a stopped reaction, and is ready all the same', async () => {
    const stop = (at: string) =>
      sql.query(`update ledger.projection_checkpoint set stopped_at = ${at} where projection = 'open-converted-leads'`);
    await stop('now()');
    await eventually(async () => (await health()).body.status === 'degraded');
    expect(await health('/health/ready')).toMatchObject({ code: 200, body: { status: 'degraded' } });
    await stop('null');
    await eventually(async () => (await health()).body.status === 'up');
  });

  it('know the names there are', async () => {
    await expect(runLedger(dataDir, 'rebuild', 'posting')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/没有投影“posting”；可选：unit-directory、postings/),
    });
  });
});
