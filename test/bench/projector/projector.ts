import { projectionsOn } from '#apps/projector';
import { connectDatabase } from '#libs/database';
import { connectEventStore } from '#libs/event-store';
import { type ProjectorOptions, createReadModels, openProgress, runProjector } from '#libs/projections';
import { runAsProgram } from '../support/program.js';
import type { Measurement } from '../support/rounds.js';
import { type Built, type Chosen, digestsOf, isChosen } from './chosen.js';
import { inNewDatabase } from './new-database.js';
import { type LogToRead, measureReading } from './reading.js';

const TIMEOUT_MS = 600_000;

/** Read models to be built from the log's first event to its last, in a database of their own. */
export interface Build extends LogToRead {
  readonly chosen: Chosen;
  /** Events in a transaction at most; the product's own choice when left out. */
  readonly batchSize?: number;
}

/** The program: the projector of the product, timed from its start until the last event can be read. */
runAsProgram<Build, Built>(async (build) => {
  const { address, chosen, batchSize } = build;
  const store = connectEventStore(address.eventStoreUrl);
  const projections = projectionsOn(store).filter(isChosen(chosen));
  try {
    return await inNewDatabase(address.databaseUrl, async (databaseUrl) => {
      const database = await connectDatabase(databaseUrl);
      try {
        await createReadModels(database, projections);
        const measurement = await follow({ store, databaseUrl, projections, batchSize }, build);
        return { ...measurement, digests: await digestsOf(database, projections) };
      } finally {
        await database.destroy();
      }
    });
  } finally {
    await store.close();
  }
});

async function follow(options: Omit<ProjectorOptions, 'logger'>, log: LogToRead): Promise<Measurement> {
  const end = await options.store.end();
  const warnings: string[] = [];
  const logger = { info: () => undefined, warn: (_: object, message: string) => void warnings.push(message) };
  const progress = openProgress(options.databaseUrl, options.projections);
  const stopping: (() => Promise<void>)[] = [() => progress.close()];
  try {
    return await measureReading(log, async () => {
      const projector = runProjector({ ...options, logger });
      stopping.unshift(() => projector.stop());
      const reached = await progress.waitFor(end, TIMEOUT_MS);
      if (!reached || warnings.length > 0)
        throw new Error(`the projector did not come through: ${warnings.join(', ')}`);
      return Number(progress.current().seq);
    });
  } finally {
    for (const stop of stopping) await stop();
  }
}
