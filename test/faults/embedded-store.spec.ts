import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createHash, randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#libs/embedded-event-store';
import { type EventStore, type NewEvent, UnavailableError, connectEventStore } from '#libs/event-store';
import { type EventMetadata, type StoredEvent } from '#libs/eventsourcing';
import { randomOf } from '../bench/city/random.js';
import { type TestDatabase, createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { type LedgerProcess, startLedgerProcess } from '../support/ledger-process.js';

const KILLS = Number(process.env.KILLS ?? 3);
const APPENDS = Number(process.env.APPENDS ?? 500);
const SEEDS = Number(process.env.SEEDS ?? 1);
const WRITERS = 16;
const SLOWEST_APPEND_MS = 20;
const SLOWEST_READ_MS = 2;
/** Enough that the store can't hold all events of a run in memory. */
const NOTE = '开工'.repeat(200);

// Whole processes are started and killed here, on machines that may be busy.
jest.setTimeout(120_000 + KILLS * 60_000 + WRITERS * APPENDS * SLOWEST_APPEND_MS);

const newEvent = (type = 'Happened'): NewEvent => ({
  id: randomUUID(),
  type,
  data: { note: NOTE },
  metadata: {} as EventMetadata,
});

/** Appends to one stream, sending what was not acknowledged again as it was. */
class Writer {
  readonly acknowledged: string[] = [];
  private revision = -1n;
  private unanswered: NewEvent[] = [];

  constructor(readonly stream: string) {}

  async append(log: EventStore, count: number): Promise<void> {
    if (this.unanswered.length === 0) this.unanswered = Array.from({ length: count }, () => newEvent());
    const expected = this.revision < 0n ? 'no-stream' : this.revision;
    const { revision } = await log.append(this.stream, this.unanswered, expected);
    this.acknowledged.push(...this.unanswered.map(({ id }) => id));
    this.revision = revision;
    this.unanswered = [];
  }
}

const writers = () => Array.from({ length: WRITERS }, (_, number) => new Writer(`writer-${number}`));

const acknowledgedBy = (all: Writer[]): string[] => all.flatMap(({ acknowledged }) => acknowledged);

/** Which event stands where. */
type Place = Pick<StoredEvent, 'position' | 'stream' | 'revision' | 'id'>;

const placeOf = ({ position, stream, revision, id }: StoredEvent): Place => ({ position, stream, revision, id });

const lineOf = ({ position, stream, revision, id }: Place) => `${position} ${stream}@${revision} ${id}`;

/** What is wrong with a log, given the ids of every acknowledged event. */
function faultsOf(events: readonly Place[], acknowledged: readonly string[]) {
  const times = new Map<string, number>();
  const next = new Map<string, bigint>();
  const misplaced: string[] = [];
  let position = 0n;
  for (const event of events) {
    times.set(event.id, (times.get(event.id) ?? 0) + 1);
    if (event.position <= position || event.revision !== (next.get(event.stream) ?? 0n)) misplaced.push(lineOf(event));
    position = event.position;
    next.set(event.stream, event.revision + 1n);
  }
  return {
    skipped: acknowledged.filter((id) => !times.has(id)).length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    misplaced: misplaced.length,
  };
}

const NONE = { skipped: 0, doubled: 0, misplaced: 0 };

describe('kill -9 of the store', () => {
  let dataDir: string;
  let store: LedgerProcess;
  const all = writers();

  const start = () => startLedgerProcess(dataDir, 'event-store', '--port', '0', '--data', dataDir);

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ledger-kill-'));
    store = await start();
  });
  afterAll(async () => {
    await store.interrupt();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`loses, doubles and changes nothing, ${KILLS} times under ${WRITERS} writers`, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const seen = await writeUntilKilled(kill % 2 === 0);
      store = await start();
      const log = connectEventStore(store.url);
      const events = await wholeLog(log);
      await log.close();
      expect(faultsOf(events, acknowledgedBy(all))).toEqual(NONE);
      const changed = seen.find((line, index) => line !== lineOf(events[index]!));
      expect(changed).toBeUndefined();
      expect(seen.length).toBeGreaterThan(0);
    }
  });

  /** Kills it, with its database or without, at a random number of appends; resolves with what a reader had seen. */
  async function writeUntilKilled(withDatabase: boolean): Promise<string[]> {
    const log = connectEventStore(store.url);
    const seen: string[] = [];
    const reading = untilGone(async () => {
      for await (const followed of log.follow(undefined, new AbortController().signal))
        if (followed.kind === 'event') seen.push(lineOf(followed.event));
    });
    const writing = all.map((writer) =>
      untilGone(async () => {
        for (;;) await writer.append(log, randomInt(1, 4));
      }),
    );
    const enough = acknowledgedBy(all).length + randomInt(50, 2000);
    await eventually(() => acknowledgedBy(all).length > enough && seen.length > enough / 2, 60_000);
    if (withDatabase) await store.killAll();
    else store.process.kill('SIGKILL');
    await Promise.all([reading, ...writing]);
    await log.close();
    return seen;
  }
});

async function untilGone(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof UnavailableError)) throw error;
  });
}

async function wholeLog(log: EventStore): Promise<Place[]> {
  const events: Place[] = [];
  for await (const followed of log.follow(undefined, new AbortController().signal)) {
    if (followed.kind === 'event') events.push(placeOf(followed.event));
    if (followed.kind === 'caught-up') break;
  }
  return events;
}

describe(`${WRITERS} writers and three subscribers of different speeds`, () => {
  let database: TestDatabase;
  let server: EmbeddedEventStore;
  const logs: EventStore[] = [];

  const connect = (): EventStore => {
    const log = connectEventStore(server.connectionString);
    logs.push(log);
    return log;
  };

  beforeEach(async () => {
    database = await createDatabase();
    server = await startEmbeddedEventStore({ databaseUrl: database.url });
  });
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.close()));
    await server.stop();
    await database.drop();
  });

  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    `agree on ${APPENDS} appends of each: seed %i`,
    async (seed) => {
      const random = randomOf(seed);
      const all = writers();
      // The last stands still until everything is written, far behind what the store holds in memory.
      const speeds: Speed[] = [() => undefined, () => nextTurn(), (seen) => seen === 100 && written];
      const stopping = new AbortController();
      const following = speeds.map((speed) => follow(connect(), speed, stopping.signal));
      const log = connect();
      const written = Promise.all(
        all.map(async (writer) => {
          for (let done = 0; done < APPENDS; done += 1) await writer.append(log, 1 + random.below(3));
        }),
      );
      await written;
      await log.append('the-end', [newEvent(LAST)], 'no-stream');
      // A subscriber that never gets the last event is stopped, and what it lacks is told.
      const overdue = setTimeout(() => stopping.abort(), 20_000 + WRITERS * APPENDS * SLOWEST_READ_MS);
      const [first, ...others] = await Promise.all(following);
      clearTimeout(overdue);
      for (const seen of [first!, ...others]) {
        expect(faultsOf(seen, acknowledgedBy(all))).toEqual(NONE);
        expect(seen).toHaveLength(acknowledgedBy(all).length);
        expect(orderOf(seen)).toBe(orderOf(first!));
      }
    },
  );
});

const LAST = 'Ended';

/** What a subscriber does once it has so many events. */
type Speed = (seen: number) => unknown;

async function follow(log: EventStore, speed: Speed, signal: AbortSignal): Promise<Place[]> {
  const seen: Place[] = [];
  for await (const followed of log.follow(undefined, signal)) {
    if (followed.kind !== 'event') continue;
    if (followed.event.type === LAST) break;
    await speed(seen.push(placeOf(followed.event)));
  }
  return seen;
}

/** A short stand-in for the order of a log. */
const orderOf = (events: readonly Place[]): string =>
  createHash('sha256').update(events.map(lineOf).join('\n')).digest('hex');
