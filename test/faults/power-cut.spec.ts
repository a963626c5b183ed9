import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressesOf } from '../../apps/ledger/src/addresses.js';
import { connectEventStore } from '#libs/event-store';
import { eventually } from '../support/eventually.js';
import { type LedgerProcess, isAlive, postmasterOf, runLedger, startLedgerProcess } from '../support/ledger-process.js';

const KILLS = Number(process.env.POWER_CUTS ?? 3);
const WRITERS = 8;

/** What is killed, by turns: the ledger with its database, its database alone, which ends it, and the ledger alone. */
const WAYS: readonly ((ledger: LedgerProcess, database: number) => unknown)[] = [
  (ledger) => ledger.killAll(),
  async ({ process: ledger }, database) => {
    const ended = once(ledger, 'exit');
    process.kill(database, 'SIGKILL');
    await ended;
  },
  ({ process: ledger }) => ledger.kill('SIGKILL'),
];

interface Acknowledged {
  readonly id: string;
  readonly position: bigint;
}

// Whole processes are started and killed here, on machines that may be busy.
jest.setTimeout(300_000 + KILLS * 30_000);

describe('a power cut', () => {
  let dataDir: string;
  let ledger: LedgerProcess;
  let reporter: string;
  let administrator: string;
  const acknowledged: Acknowledged[] = [];
  /** The numbers of commands that got no answer. */
  const unanswered: number[] = [];
  let sent = 0;

  const post = (path: string, token: string, body: object, key = (sent += 1)) =>
    fetch(`${ledger.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': `key-${key}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
  const get = async (path: string) =>
    (await fetch(`${ledger.url}${path}`, { headers: { authorization: `Bearer ${reporter}` } })).json();
  const token = async (role: string) =>
    (await runLedger(dataDir, 'token', '--unit', 'luan-01', '--role', role)).stdout.trim();

  const project = (number: number) => ({ name: `项目 ${number}`, unit: 'luan-01', occurredOn: '2022-01-05' });

  /** Opens project number `number`; false when no answer comes. */
  async function open(number: number): Promise<boolean> {
    const response = await post('/v1/projects', reporter, project(number), number).catch(() => undefined);
    const answer = (await response?.json().catch(() => undefined)) as { id?: string; position: string } | undefined;
    if (answer?.id === undefined) return false;
    acknowledged.push({ id: answer.id, position: BigInt(answer.position) });
    return true;
  }

  /** Opens projects until the ledger is gone. */
  async function write(): Promise<void> {
    for (;;) {
      const number = (sent += 1);
      if (await open(number)) continue;
      unanswered.push(number);
      return;
    }
  }

  /** How many commands the log knows, each of which leaves one event here, and how many events. */
  async function executed() {
    const store = connectEventStore((await addressesOf({ dataDir, host: '', logLevel: '' })).eventStoreUrl);
    const commands: string[] = [];
    for await (const followed of store.follow(undefined, new AbortController().signal)) {
      if (followed.kind === 'caught-up') break;
      if (followed.kind === 'event') commands.push(followed.event.metadata.commandId);
    }
    await store.close();
    return { commands: new Set(commands).size, events: commands.length };
  }

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ledger-power-cut-'));
    ledger = await startLedgerProcess(dataDir, 'start');
    [reporter, administrator] = await Promise.all([token('reporter'), token('administrator')]);
    const unit = { code: 'luan-01', name: '霍邱县', kind: 'district', group: '县区', occurredOn: '2022-01-01' };
    expect((await post('/v1/units', administrator, unit)).status).toBe(201);
  });
  afterAll(async () => {
    if (ledger.process.exitCode === null && ledger.process.signalCode === null) await ledger.interrupt();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`loses nothing that was acknowledged and executes no command twice, ${KILLS} times over`, async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      const before = acknowledged.length;
      const writers = Promise.all(Array.from({ length: WRITERS }, write));
      await eventually(() => acknowledged.length > before + 40 + kill * 7);
      await WAYS[kill % WAYS.length]!(ledger, postmasterOf(dataDir));
      await writers;
      ledger = await startLedgerProcess(dataDir, 'start');
      // Whether they were executed or not: sent again under the same key, they have been executed once.
      for (const number of unanswered.splice(0)) expect(await open(number)).toBe(true);
    }
    const last = acknowledged.reduce((high, { position }) => (position > high ? position : high), 0n);
    const found = new Set<string>();
    let cursor = '';
    do {
      const page = (await get(`/v1/projects?limit=500&minPosition=${last}${cursor}`)) as {
        rows: { id: string }[];
        next?: string;
      };
      for (const { id } of page.rows) found.add(id);
      cursor = page.next ? `&cursor=${page.next}` : '';
    } while (cursor !== '');
    const missing = acknowledged.filter(({ id }) => !found.has(id));
    expect(missing).toEqual([]);
    expect(new Set(acknowledged.map(({ id }) => id)).size).toBe(acknowledged.length);
    expect(found.size).toBe(acknowledged.length);
    expect(await executed()).toEqual({ commands: 1 + acknowledged.length, events: 1 + acknowledged.length });
  });

  it('leaves no database behind when only the ledger is killed', async () => {
    const database = postmasterOf(dataDir);
    ledger.process.kill('SIGKILL');
    await eventually(() => !isAlive(database));
    ledger = await startLedgerProcess(dataDir, 'start');
    expect((await get('/v1/units')) as object).toMatchObject({ rows: [{ code: 'luan-01' }] });
  });

  it('of the database alone ends the ledger, and the next start has everything', async () => {
    const ended = once(ledger.process, 'exit');
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    expect((await ended)[0]).toBe(1);
    ledger = await startLedgerProcess(dataDir, 'start');
    const { position } = acknowledged.at(-1)!;
    expect(await get(`/v1/projects?limit=1&minPosition=${position}`)).toMatchObject({
      rows: [{ name: expect.any(String) }],
    });
  });

  it('is not needed to stop: Ctrl-C ends everything cleanly', async () => {
    const database = postmasterOf(dataDir);
    expect(await ledger.interrupt()).toBe(0);
    expect(isAlive(database)).toBe(false);
  });
});
