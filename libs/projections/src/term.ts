import { type DataSource } from 'typeorm';
import { type EventStore } from '#libs/event-store';
import { lowest } from './as-of.js';
import { Batches } from './batches.js';
import { type Checkpoint, readCheckpoints } from './checkpoint.js';
import { commitBatch } from './commit-batch.js';
import { type Projection, schemaOf } from './projection.js';
import { createReadModels } from './tables.js';

/** What a leading runner works with. */
export interface Work {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly projections: readonly Projection[];
  /** Events in a transaction at most. */
  readonly batchSize: number;
  /** Hears how far the projections have got, and whether that is the log's end: after each commit, and when idle. */
  readonly onReached: (reached: Checkpoint, live: boolean) => void;
}

/**
 * Feeds the projections from their checkpoints on, until `signal` aborts; a batch under way is finished.
 * One reader begins at the lowest checkpoint; a projection that is ahead joins where the reader meets its own.
 * @throws FencedError, and whatever the store, the database or a projection throws.
 */
export async function project(work: Work, signal: AbortSignal): Promise<void> {
  const { store, database, projections, batchSize, onReached } = work;
  if (projections.length === 0) return;
  await createReadModels(database, projections);
  const checkpoints = await readCheckpoints(database);
  const joinsAt = new Map(projections.map((each) => [each, checkpoints.get(schemaOf(each))?.seq ?? 0n]));
  let reached = lowest(checkpoints, projections);
  onReached(reached, false);

  const batches = new Batches(reached, batchSize, new Set(joinsAt.values()));
  const reader = new AbortController();
  const from = reached.seq === 0n && reached.position === 0n ? undefined : reached.position;
  const reading = batches.readFrom(store.follow(from, AbortSignal.any([signal, reader.signal])));
  try {
    for (let batch = await batches.take(); batch; batch = await batches.take()) {
      const from = reached;
      const joined = projections.filter((each) => joinsAt.get(each)! <= from.seq);
      if (batch.reached.position > from.position || batch.events.length > 0) {
        await commitBatch(database, joined, from, batch);
      }
      reached = batch.reached;
      onReached(reached, batch.live);
    }
  } finally {
    reader.abort();
    batches.close();
    await reading;
  }
}
