import { projectionsOn } from '#apps/projector';
import { openProgress, runProjector } from '#libs/projections';
import { runAsProgram } from '../support/program.js';
import { filledStore } from './filled-store.js';

/** Read models to be filled with a city of so many events. */
export interface Filling {
  readonly databaseUrl: string;
  readonly size: number;
}

/** How far they got: the last event's ordinal, and the seconds that it took. */
export interface Filled {
  readonly events: number;
  readonly seconds: number;
}

const PART_TIMEOUT_MS = 600_000;
const BATCH = 5000;
const PARTS = 20;

/** The program: the product's own projector, following a log that is made up as it is read. */
runAsProgram<Filling, Filled>(async ({ databaseUrl, size }) => {
  const store = filledStore(size);
  const projections = projectionsOn(store).filter(({ entities }) => entities.length > 0);
  const progress = openProgress(databaseUrl, projections);
  const warnings: string[] = [];
  const warn = (_: object, message: string): void => void warnings.push(message);
  const begin = performance.now();
  const projector = runProjector({
    store,
    databaseUrl,
    projections,
    batchSize: BATCH,
    logger: { info: () => undefined, warn },
  });
  try {
    for (let part = 1; part <= PARTS; part += 1) {
      const reached = await progress.waitFor(BigInt(Math.floor((size * part) / PARTS)), PART_TIMEOUT_MS);
      if (!reached || warnings.length > 0) throw new Error(`the read models were not filled: ${warnings.join(', ')}`);
      console.error(`query: filled with ${progress.current().seq} of ${size} events`);
    }
    return { events: Number(progress.current().seq), seconds: (performance.now() - begin) / 1000 };
  } finally {
    await projector.stop();
    await progress.close();
  }
});
