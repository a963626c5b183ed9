// A projector in a process of its own, for tests that kill it.
import { connectEventStore } from '#libs/event-store';
import { runProjector } from '#libs/projections';
import { census, tally } from './tally.js';

const [, , databaseUrl, eventStoreUrl] = process.argv as [string, string, string, string];

runProjector({
  store: connectEventStore(eventStoreUrl),
  databaseUrl,
  projections: [tally, census],
  logger: {
    info: (_, message) => console.log(message),
    warn: ({ err }: { err?: Error }, message) => console.error(message, err?.message),
  },
  batchSize: 20,
});
