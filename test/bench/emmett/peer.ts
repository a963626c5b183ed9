import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { inNewDatabase } from '../projector/new-database.js';
import { cpuBelow, cpuOf, withCpu } from '../support/cpu.js';
import { runAsProgram } from '../support/program.js';
import { REPORTED, type Report, TABLE, reportOf, totalsOf } from './reports.js';
import { type Projected, type Projecting, tableOf } from './table.js';

/** Events in one append while the log is written, by one writer, for Emmett passes over some that several write at once. */
const APPEND = 100;

/** What is used of `@event-driven-io/emmett-postgresql`. */
interface Emmett {
  getPostgreSQLEventStore(url: string): {
    schema: { migrate(): Promise<unknown> };
    appendToStream(stream: string, events: readonly object[]): Promise<unknown>;
    close(): Promise<unknown>;
  };
  postgreSQLRawBatchSQLProjection(projection: {
    name: string;
    canHandle: string[];
    evolve: (events: readonly { data: Report }[]) => unknown[];
  }): object;
  postgreSQLEventStoreConsumer(options: object): {
    projector(options: object): void;
    start(): Promise<unknown>;
    close(): Promise<unknown>;
  };
}

/** What is used of `@event-driven-io/dumbo`. */
interface Dumbo {
  readonly SQL: (text: TemplateStringsArray, ...values: unknown[]) => unknown;
}

/** The program: Emmett's own projector over Emmett's own log, a page a transaction and a statement a page. */
runAsProgram<Projecting & { folder: string }, Projected>(({ folder, serverUrl, serverPid, events, page }) =>
  inNewDatabase(serverUrl, async (databaseUrl) => {
    const load = createRequire(join(folder, 'package.json'));
    const emmett = load('@event-driven-io/emmett-postgresql') as Emmett;
    const { SQL } = load('@event-driven-io/dumbo') as Dumbo;
    const session = new pg.Client({ connectionString: databaseUrl });
    await session.connect();
    try {
      await session.query(TABLE);
      await writeLog(emmett, databaseUrl, events);
      await session.query('vacuum analyze');
      const projection = emmett.postgreSQLRawBatchSQLProjection({
        name: 'reported',
        canHandle: [REPORTED],
        evolve: (read) => [
          SQL`insert into reported as r (project, unit, months, investment)
            select * from json_to_recordset(${JSON.stringify(totalsOf(read.map(({ data }) => data)))}::json)
              as t (project text, unit text, months int, investment bigint)
            on conflict (project) do update
            set months = r.months + excluded.months, investment = r.investment + excluded.investment`,
        ],
      });
      const consumer = emmett.postgreSQLEventStoreConsumer({
        connectionString: databaseUrl,
        stopWhen: { noMessagesLeft: true },
        pulling: { batchSize: page, pullingFrequencyInMs: 10 },
      });
      consumer.projector({ projection, processorId: 'reported' });
      const meter = { projector: () => cpuOf(process.pid), postgres: () => cpuBelow(serverPid) };
      const { result: seconds, cpuUs } = await withCpu(meter, events, async () => {
        const begin = performance.now();
        await consumer.start();
        return (performance.now() - begin) / 1000;
      });
      await consumer.close();
      return { value: Math.round(events / seconds), cpuUs, ...(await tableOf(session, 'reported')) };
    } finally {
      await session.end();
    }
  }),
);

async function writeLog(emmett: Emmett, databaseUrl: string, events: number): Promise<void> {
  const store = emmett.getPostgreSQLEventStore(databaseUrl);
  await store.schema.migrate();
  for (let from = 0; from < events; from += APPEND) {
    const length = Math.min(APPEND, events - from);
    const appended = Array.from({ length }, (_, index) => ({ type: REPORTED, data: reportOf(from + index) }));
    await store.appendToStream(`reports-${from}`, appended);
  }
  await store.close();
}
