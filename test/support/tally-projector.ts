// A projector in a process of its own, for tests that kill it: says so when its first batch is under way.
import { connectEventStore } from '#libs/event-store';
import { type Projection, runProjector } from '#libs/projections';
import { census, tally } from './tally.js';

const [, , databaseUrl, eventStoreUrl] = process.argv as [string, string, string, string];

const announced: Projection = {
  ...tally,
  apply(events, sql) {
    console.log('working');
    return tally.apply(events, sql);
  },
};

runProjector({
  store: connectEventStore(eventStoreUrl),
  databaseUrl,
  projections: [announced, census],
  logger: {
    info: () => undefined,
    warn: ({ err }: { err?: Error }, message) => console.error(message, err?.message),
  },
  batchSize: 20,
});
