import { type DataSource } from 'typeorm';
import { type Batch } from './batches.js';
import { type Checkpoint, moveCheckpoints } from './checkpoint.js';
import { type Projection } from './projection.js';

/**
 * Writes a batch: the rows of every projection and all their checkpoints, or nothing. The checkpoints go first, so that
 * their row locks queue a second runner up before it has written anything. Reactions, which own no tables, act before
 * the transaction: their commands take their time, and may be issued again if it fails.
 * @throws FencedError when another runner has written from here.
 */
export async function commitBatch(
  database: DataSource,
  projections: readonly Projection[],
  from: Checkpoint,
  { events, reached }: Pick<Batch, 'events' | 'reached'>,
): Promise<void> {
  if (events.length === 0) return moveCheckpoints(database, projections, from, reached);
  for (const reaction of projections.filter(isReaction)) await reaction.apply(events, database);
  await database.transaction(async (sql) => {
    await moveCheckpoints(sql, projections, from, reached);
    for (const projection of projections) if (!isReaction(projection)) await projection.apply(events, sql);
  });
}

const isReaction = ({ entities }: Projection): boolean => entities.length === 0;
