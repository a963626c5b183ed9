import { connectDatabase } from '#libs/database';
import { connectEventStore } from '#libs/event-store';
import { createReadModels, openProgress, runProjector } from '#libs/projections';
import { inNewDatabase } from '../projector/new-database.js';
import { cpuBelow, cpuOf, withCpu } from '../support/cpu.js';
import { runAsProgram } from '../support/program.js';
import { REPORTED_TABLE, reportedProjection } from './reported.js';
import { type Projected, type Projecting, tableOf } from './table.js';

const TIMEOUT_MS = 600_000;

/** The program: the product's runner with one projection of one table, over a log in the embedded store. */
runAsProgram<Projecting & { eventStoreUrl: string }, Projected>(
  ({ eventStoreUrl, serverUrl, serverPid, events, page }) =>
    inNewDatabase(serverUrl, async (databaseUrl) => {
      const store = connectEventStore(eventStoreUrl);
      const projections = [reportedProjection];
      const sql = await connectDatabase(databaseUrl);
      const progress = openProgress(databaseUrl, projections);
      try {
        await createReadModels(sql, projections);
        const end = await store.end();
        const meter = {
          projector: () => cpuOf(process.pid),
          store: () => cpuOf(serverPid),
          postgres: () => cpuBelow(serverPid),
        };
        const { result: seconds, cpuUs } = await withCpu(meter, events, async () => {
          const begin = performance.now();
          const logger = { info: () => undefined, warn: (_: object, message: string) => console.error(message) };
          const projector = runProjector({ store, databaseUrl, projections, logger, batchSize: page });
          const reached = await progress.waitFor(end, TIMEOUT_MS);
          const took = (performance.now() - begin) / 1000;
          await projector.stop();
          if (!reached) throw new Error('the projector did not come through');
          return took;
        });
        const session = {
          query: async (text: string) => ({ rows: await sql.query<{ months: number; digest: string }[]>(text) }),
        };
        return { value: Math.round(events / seconds), cpuUs, ...(await tableOf(session, REPORTED_TABLE)) };
      } finally {
        await progress.close();
        await sql.destroy();
        await store.close();
      }
    }),
);
