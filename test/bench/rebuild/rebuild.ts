import { READ_MODELS } from '#apps/projector';
import { type Sql, connectDatabase } from '#libs/database';
import { type EventStore, connectEventStore } from '#libs/event-store';
import {
  type Projection,
  asOfNow,
  createReadModels,
  digestOfProjection,
  keepHeapSmall,
  rebuild,
} from '#libs/projections';
import { inNewDatabase } from '../projector/new-database.js';
import { type LogToRead, measureReading } from '../projector/reading.js';
import { residentMib } from '../support/memory.js';
import { runAsProgram } from '../support/program.js';
import type { Measurement } from '../support/rounds.js';

/** A read model to be rebuilt from the log's first event to its last. */
export interface Rebuilding extends LogToRead {
  readonly name: string;
}

export interface Rebuilt extends Measurement {
  readonly digest: string;
  /** MiB resident after each twentieth of the log. */
  readonly memory: readonly number[];
}

const INTERVALS = 20;

/** The program: does what `ledger rebuild` does, where the tables that it replaces are empty. */
runAsProgram<Rebuilding, Rebuilt>(async ({ name, ...log }) => {
  const projection = READ_MODELS.find((each) => each.name === name);
  if (!projection) throw new Error(`no read model is called ${name}`);
  keepHeapSmall();
  const store = connectEventStore(log.address.eventStoreUrl);
  try {
    return await inNewDatabase(log.address.databaseUrl, async (databaseUrl) => {
      const sql = await connectDatabase(databaseUrl);
      try {
        await createReadModels(sql, [projection]);
        return await measured(log, { store, databaseUrl, projection, sql });
      } finally {
        await sql.destroy();
      }
    });
  } finally {
    await store.close();
  }
});

interface Parts {
  readonly store: EventStore;
  readonly databaseUrl: string;
  readonly projection: Projection;
  readonly sql: Sql;
}

async function measured(log: LogToRead, { sql, projection, ...parts }: Parts): Promise<Rebuilt> {
  const memory: number[] = [];
  const onProgress = (seq: bigint): void => {
    const passed = Math.floor((Number(seq) * INTERVALS) / log.events);
    while (memory.length < passed) memory.push(residentMib(process.pid));
  };
  const warn = (_: object, message: string): void => console.error(message);
  const measurement = await measureReading(log, async () => {
    await rebuild({ ...parts, projection, onProgress, logger: { info: () => undefined, warn } });
    return Number((await asOfNow(sql, [projection])).seq);
  });
  return { ...measurement, memory, digest: await digestOfProjection(sql, projection) };
}
