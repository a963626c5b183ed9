import { connectDatabase } from '#libs/database';
import { connectEventStore } from '#libs/event-store';
import { type Logger, type Projection, type Projector, createReadModels, runProjector } from '#libs/projections';
import { projectionsOn } from './projections.js';

/** Where a projector finds what it needs. */
export interface ProjectorParts {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  readonly logger: Logger;
}

/**
 * Starts following the log; once this resolves every read model has its tables, and the rest goes on in the background.
 * @throws when the database can't be reached. Later failures are retried for ever.
 */
export async function startProjector({ databaseUrl, eventStoreUrl, logger }: ProjectorParts): Promise<Projector> {
  const store = connectEventStore(eventStoreUrl);
  const projections = projectionsOn(store);
  await prepare(databaseUrl, projections);
  const projector = runProjector({ store, databaseUrl, projections, logger });
  return {
    status: () => projector.status(),
    async stop() {
      await projector.stop();
      await store.close();
    },
  };
}

async function prepare(databaseUrl: string, projections: readonly Projection[]): Promise<void> {
  const database = await connectDatabase(databaseUrl, { applicationName: 'ledger projector' });
  try {
    await createReadModels(database, projections);
  } finally {
    await database.destroy();
  }
}
