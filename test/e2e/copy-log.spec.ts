import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectionsOn } from '#apps/projector';
import { connectDatabase } from '#libs/database';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { createReadModels, digestOfProjection, openProgress, runProjector } from '#libs/projections';
import { cityLog } from '../bench/city/city-log.js';
import { loadLog } from '../bench/support/load-log.js';
import { type TestDatabase, createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { runLedger, spawnLedger } from '../support/ledger-process.js';

const EVENTS = 1500;
/** Those whose rows hold neither the time of recording nor a position, which a copy has of its own. */
const COPIED_READ_MODELS = ['postings', 'project-summary', 'unit-directory', 'scheme-register'];
const LONGEST_WAIT_MS = 60_000;

// Whole processes are started here, on machines that may be busy.
jest.setTimeout(180_000);

interface Store {
  readonly database: TestDatabase;
  readonly server: EmbeddedEventStore;
  readonly log: EventStore;
}

async function open(): Promise<Store> {
  const database = await createDatabase();
  const server = await startEmbeddedEventStore({ databaseUrl: database.url });
  return { database, server, log: connectEventStore(server.connectionString) };
}

async function close({ database, server, log }: Store): Promise<void> {
  await log.close();
  await server.stop();
  await database.drop();
}

/** The digests of the read models that are built from a log, in a database of their own. */
async function readModelsOf({ log }: Store): Promise<Record<string, string>> {
  const database = await createDatabase();
  const { url } = database;
  const sql = await connectDatabase(url);
  const projections = projectionsOn(log).filter(({ name }) => COPIED_READ_MODELS.includes(name));
  await createReadModels(sql, projections);
  const projector = runProjector({
    store: log,
    databaseUrl: url,
    projections,
    logger: { info: () => undefined, warn: () => undefined },
  });
  const progress = openProgress(url, projections);
  try {
    expect(await progress.waitFor(await log.end(), LONGEST_WAIT_MS)).toBe(true);
    const digests: Record<string, string> = {};
    for (const projection of projections) digests[projection.name] = await digestOfProjection(sql, projection);
    return digests;
  } finally {
    await projector.stop();
    await progress.close();
    await sql.destroy();
    await database.drop();
  }
}

describe('ledger copy-log', () => {
  let source: Store;
  let target: Store;
  let dataDir: string;
  const addresses = () => [source.server.connectionString, target.server.connectionString] as const;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ledger-copy-'));
    [source, target] = await Promise.all([open(), open()]);
    await loadLog(source.server.connectionString, cityLog(7, EVENTS), 16);
  });
  afterAll(async () => {
    await Promise.all([close(source), close(target)]);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is finished by a second run after the first was killed', async () => {
    const first = spawnLedger(dataDir, 'copy-log', ...addresses());
    first.stderr?.resume();
    const ended = once(first, 'exit');
    await eventually(async () => (await target.log.end()) > 100n);
    first.kill('SIGKILL');
    await ended;
    expect(await target.log.end()).toBeLessThan(BigInt(EVENTS));
    const { stdout, stderr } = await runLedger(dataDir, 'copy-log', ...addresses());
    expect(stdout).toMatch(/^两库一致：15\d\d 个事件，SHA-256 [0-9a-f]{64}\n$/);
    expect(stderr).toMatch(/复制 .* 100\/100[^]*核对 .* 100\/100/);
  });

  it('leaves a log of which the read models are the same', async () => {
    const [original, copy] = [await readModelsOf(source), await readModelsOf(target)];
    expect(Object.keys(original).sort()).toEqual([...COPIED_READ_MODELS].sort());
    expect(copy).toEqual(original);
  });

  it('says in one sentence where a target differs, and fails', async () => {
    const one = { id: crypto.randomUUID(), type: 'Elsewhere', data: {}, metadata: {} as never };
    await target.log.append('elsewhere', [one], 'no-stream');
    await expect(runLedger(dataDir, 'copy-log', ...addresses())).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /目标库含有源库没有的内容，本次未写入任何事件：第 15\d\d 个事件只在目标库（elsewhere@0 Elsewhere）\n$/,
      ),
    });
    await expect(runLedger(dataDir, 'copy-log', 'http://x', addresses()[1])).rejects.toMatchObject({
      code: 1,
      stderr: '须为 esdb:// 开头的连接串：http://x\n',
    });
  });
});
