import { connectDatabase } from '#libs/database';
import { type EventStore } from '#libs/event-store';
import { type Projection, asOfNow, digestOfProjection, runProjector } from '#libs/projections';
import { createDatabase } from './databases.js';
import { eventually } from './eventually.js';

const LONGEST_MS = 600_000;

/** The digests that one undisturbed run of the projections over a log of `events` events leaves, in a new database. */
export async function digestsOfUndisturbedRun(
  store: EventStore,
  projections: readonly Projection[],
  events: number,
): Promise<string[]> {
  const database = await createDatabase();
  const sql = await connectDatabase(database.url);
  const logger = { info: () => undefined, warn: () => undefined };
  const projector = runProjector({ store, databaseUrl: database.url, projections, logger });
  try {
    const end = BigInt(events);
    await eventually(async () => (await asOfNow(sql, projections).catch(() => undefined))?.seq === end, LONGEST_MS);
    return await Promise.all(projections.map((projection) => digestOfProjection(sql, projection)));
  } finally {
    await projector.stop();
    await sql.destroy();
    await database.drop();
  }
}
