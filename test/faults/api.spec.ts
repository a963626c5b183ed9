import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { type StoredEvent } from '#libs/eventsourcing';
import { randomOf } from '../bench/city/random.js';
import { type TestDatabase, createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { type LedgerProcess, runLedger, startApiProcess } from '../support/ledger-process.js';

const KILLS = Number(process.env.API_KILLS ?? 3);
const SEED = Number(process.env.FAULTS_SEED ?? 20220109);
const WRITERS = 16;
/** A process is killed at most so long after it has answered enough: in the middle of other commands. */
const LONGEST_LIFE_MS = 30;

// Whole processes are started and killed here, on machines that may be busy.
jest.setTimeout(120_000 + KILLS * 60_000);

describe('kill -9 of the API alone', () => {
  let dataDir: string;
  let database: TestDatabase;
  let server: EmbeddedEventStore;
  let store: EventStore;
  let api: LedgerProcess;
  const tokens = { reporter: '', administrator: '' };
  /** By the command's key, the id of what it has opened. */
  const acknowledged = new Map<string, string>();
  let unanswered: string[] = [];
  let sent = 0;

  const start = () => startApiProcess(dataDir, { databaseUrl: database.url, eventStoreUrl: server.connectionString });

  const post = (path: string, role: keyof typeof tokens, key: string, body: object) =>
    fetch(`${api.url.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens[role]}`,
        'idempotency-key': key,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });

  /** Opens the project of that key; false when no answer comes. */
  async function open(key: string): Promise<boolean> {
    const body = { name: `项目 ${key}`, unit: 'luan-01', occurredOn: '2022-01-05' };
    const response = await post('/v1/projects', 'reporter', key, body).catch(() => undefined);
    const answer = (await response?.json().catch(() => undefined)) as { id?: string } | undefined;
    if (answer === undefined) return false;
    expect(response?.status).toBe(201);
    acknowledged.set(key, answer.id!);
    return true;
  }

  /** Opens projects until the API is gone. */
  async function write(): Promise<void> {
    for (;;) {
      const key = `key-${(sent += 1)}`;
      if (await open(key)) continue;
      unanswered.push(key);
      return;
    }
  }

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ledger-api-kill-'));
    database = await createDatabase();
    server = await startEmbeddedEventStore({ databaseUrl: database.url });
    store = connectEventStore(server.connectionString);
    api = await start();
    for (const role of ['reporter', 'administrator'] as const)
      tokens[role] = (await runLedger(dataDir, 'token', '--unit', 'luan-01', '--role', role)).stdout.trim();
    const unit = { code: 'luan-01', name: '霍邱县', kind: 'district', group: '县区', occurredOn: '2022-01-01' };
    expect((await post('/v1/units', 'administrator', 'unit', unit)).status).toBe(201);
  });
  afterAll(async () => {
    await api.interrupt();
    await store.close();
    await server.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const projectEvents = async (): Promise<StoredEvent[]> => {
    const events: StoredEvent[] = [];
    for await (const followed of store.follow(undefined, new AbortController().signal)) {
      if (followed.kind === 'caught-up') break;
      if (followed.kind === 'event' && followed.event.stream.startsWith('project-')) events.push(followed.event);
    }
    return events;
  };

  it(`in the middle of commands, ${KILLS} times: each is executed once, and nothing acknowledged is lost`, async () => {
    const random = randomOf(SEED);
    let cutOff = 0;
    let executed = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const enough = acknowledged.size + 20 + random.below(60);
      const writing = Promise.all(Array.from({ length: WRITERS }, write));
      await eventually(() => acknowledged.size >= enough, 60_000);
      await delay(random.below(LONGEST_LIFE_MS));
      const ended = new Promise((resolve) => api.process.once('exit', resolve));
      api.process.kill('SIGKILL');
      await Promise.all([writing, ended]);

      const inLog = new Set((await projectEvents()).map(({ stream }) => stream));
      cutOff += unanswered.length;
      api = await start();
      // Whether they were executed or not: sent again under the same key, they have been executed once.
      for (const key of unanswered) {
        expect(await open(key)).toBe(true);
        if (inLog.has(`project-${acknowledged.get(key)}`)) executed += 1;
      }
      unanswered = [];
    }
    console.info(
      `${cutOff} commands were cut off by ${KILLS} kills, ${executed} of them after their events were stored`,
    );
    expect(cutOff).toBeGreaterThanOrEqual(KILLS);

    const events = await projectEvents();
    const ids = [...acknowledged.values()];
    expect(new Set(ids).size).toBe(ids.length);
    expect(events.map(({ stream }) => stream).sort()).toEqual(ids.map((id) => `project-${id}`).sort());
    expect(new Set(events.map(({ metadata }) => metadata.commandId)).size).toBe(events.length);
  });
});
