import { projectionsOn } from '#apps/projector';
import { connectDatabase } from '#libs/database';
import { type EventStore, connectEventStore } from '#libs/event-store';
import { type Projection } from '#libs/projections';
import { addressesOf } from './addresses.js';
import { readSettings } from './settings.js';

/** What a command on the read models works with. */
export interface Operation {
  readonly databaseUrl: string;
  readonly database: Awaited<ReturnType<typeof connectDatabase>>;
  readonly store: EventStore;
  /** All that this build runs. */
  readonly projections: readonly Projection[];
}

/** Runs a command on the read models of the running ledger, or of the one that the environment names. */
export async function operate(work: (operation: Operation) => Promise<void>): Promise<void> {
  const { databaseUrl, eventStoreUrl } = await addressesOf(readSettings());
  const database = await connectDatabase(databaseUrl, { applicationName: 'ledger operation' });
  const store = connectEventStore(eventStoreUrl);
  try {
    await work({ databaseUrl, database, store, projections: projectionsOn(store) });
  } finally {
    await store.close();
    await database.destroy();
  }
}

/** @throws Error that lists the names there are. */
export function projectionNamed(projections: readonly Projection[], name: string): Projection {
  const found = projections.find((projection) => projection.name === name);
  if (!found) throw new Error(`没有投影“${name}”；可选：${projections.map((each) => each.name).join('、')}`);
  return found;
}
