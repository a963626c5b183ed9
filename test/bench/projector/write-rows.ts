import pg from 'pg';
import { projectionsOn } from '#apps/projector';
import { connectDatabase } from '#libs/database';
import { type EventStore, connectEventStore } from '#libs/event-store';
import type { SequencedEvent } from '#libs/eventsourcing';
import { type Projection, createReadModels } from '#libs/projections';
import { runAsProgram } from '../support/program.js';
import { type Built, type Chosen, digestsOf, isChosen, ownsTables } from './chosen.js';
import { inNewDatabase } from './new-database.js';
import { type LogToRead, measureReading } from './reading.js';
import { type Written, arrayOf, rowsWrittenBy } from './rows.js';

/** Events in a transaction, as many as in the product's own batches. */
const BATCH = 1000;

/** Rows to be written while the log is read. */
export interface Writing extends LogToRead {
  readonly chosen: Chosen;
}

/** What stands in the tables after so many events. */
interface Batch {
  readonly upTo: number;
  readonly written: readonly Written[];
}

const recorded = new Map<string, Promise<Batch[]>>();

/**
 * The program: reads the log by the product's reader and writes, batch by batch, the rows that the read models have
 * then, without working them out: they are known from a first run that isn't timed.
 */
runAsProgram<Writing, Built>(async ({ chosen, ...log }) => {
  const { address } = log;
  const store = connectEventStore(address.eventStoreUrl);
  const projections = projectionsOn(store).filter(isChosen(chosen)).filter(ownsTables);
  const key = JSON.stringify(chosen);
  try {
    const recording = recorded.get(key) ?? record(store, projections, log);
    recorded.set(key, recording);
    const batches = await recording;
    return await withTables(address.databaseUrl, projections, async (databaseUrl) => {
      const session = new pg.Client({ connectionString: databaseUrl });
      await session.connect();
      try {
        return await measureReading(log, () => writeWhileReading(store, batches, session));
      } finally {
        await session.end();
      }
    });
  } finally {
    await store.close();
  }
});

/** Does work on empty tables, and adds the digests of what it has left in them. */
const withTables = <Result>(
  serverUrl: string,
  projections: readonly Projection[],
  work: (databaseUrl: string) => Promise<Result>,
) =>
  inNewDatabase(serverUrl, async (databaseUrl) => {
    const database = await connectDatabase(databaseUrl);
    try {
      await createReadModels(database, projections);
      const result = await work(databaseUrl);
      return { ...result, digests: await digestsOf(database, projections) };
    } finally {
      await database.destroy();
    }
  });

/** The next batch is read while one is written, and no further. */
async function writeWhileReading(store: EventStore, batches: readonly Batch[], session: pg.Client): Promise<number> {
  const leaving = new AbortController();
  let writing: Promise<void> = Promise.resolve();
  let seen = 0;
  let next = 0;
  for await (const { kind } of store.follow(undefined, leaving.signal)) {
    if (kind === 'event') seen += 1;
    const batch = batches[next];
    if (kind !== 'event' || batch?.upTo !== seen) continue;
    await writing;
    writing = write(session, batch);
    next += 1;
    if (next === batches.length) break;
  }
  leaving.abort();
  await writing;
  return seen;
}

async function write(session: pg.Client, { upTo, written }: Batch): Promise<void> {
  await session.query('begin');
  await session.query('update ledger.projection_checkpoint set seq = $1', [upTo]);
  for (const { text, columns } of written) await session.query(text, columns.map(arrayOf));
  await session.query('commit');
}

const record = (store: EventStore, projections: readonly Projection[], { address, events }: LogToRead) =>
  inNewDatabase(address.databaseUrl, async (databaseUrl) => {
    const database = await connectDatabase(databaseUrl);
    const batches: Batch[] = [];
    try {
      await createReadModels(database, projections);
      let read: SequencedEvent[] = [];
      let seq = 0n;
      for await (const followed of store.follow(undefined, new AbortController().signal)) {
        if (followed.kind !== 'event') continue;
        seq += 1n;
        read.push({ ...followed.event, seq });
        const isLast = seq === BigInt(events);
        if (read.length < BATCH && !isLast) continue;
        const batch = read;
        const written = await database.transaction((sql) => rowsWrittenBy(projections, batch, sql));
        batches.push({ upTo: Number(seq), written });
        read = [];
        if (isLast) break;
      }
      return batches;
    } finally {
      await database.destroy();
    }
  });
