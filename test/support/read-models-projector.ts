// The product's read models in a process of their own, for tests that kill it: says so when its first batch is under way.
import { READ_MODELS } from '#apps/projector';
import { connectEventStore } from '#libs/event-store';
import { type Projection, runProjector } from '#libs/projections';

const [, , databaseUrl, eventStoreUrl] = process.argv as [string, string, string, string];

const announced = (projection: Projection): Projection => ({
  ...projection,
  apply(events, sql) {
    console.log('working');
    return projection.apply(events, sql);
  },
});

runProjector({
  store: connectEventStore(eventStoreUrl),
  databaseUrl,
  projections: READ_MODELS.map((projection, index) => (index === 0 ? announced(projection) : projection)),
  logger: {
    info: () => undefined,
    warn: ({ err }: { err?: Error }, message) => console.error(message, err?.message),
  },
  batchSize: 50,
});
