import { EventStoreDBClient } from '@eventstore/db-client';
import { disconnect } from '../disconnect.js';
import { endOfLog } from '../read.js';
import { appendRun } from './append-run.js';
import { type LogDigest, missingEvents, proveEqual } from './compare.js';
import { type PlacedEvent, readRaw } from './read-raw.js';
import { runsOf } from './runs.js';

const PATIENCE_MS = 30_000;

/** How far a copy is. Reading what the target already has is part of copying. */
export interface CopyProgress {
  readonly step: 'copying' | 'proving';
  /** Share of the source that has been passed, from 0 to 1. */
  readonly share: number;
}

export interface CopyLogOptions {
  /** Connection string of the log to read. */
  readonly from: string;
  /** Connection string of the log to append to: empty, or holding an earlier, unfinished copy. */
  readonly to: string;
  /** Told after every event of either step. What it throws ends the copy where it is. */
  readonly onProgress?: (progress: CopyProgress) => void;
}

/**
 * Copies what the log at `from` holds when this starts to the log at `to`, in `$all` order, then reads both and proves
 * them equal. Streams, revisions, ids, types, data and metadata arrive byte for byte, and so does the order across
 * streams: each append is answered before the next is sent.
 *
 * Not copied: system events (types that begin with `$`, among them stream metadata and links), deletions, positions,
 * and the time of recording, which the target stamps anew. So `seq` keeps its meaning in the copy, and an `asOf` day
 * does not. A source whose streams were scavenged can't be copied, for their revisions would not begin at 0.
 *
 * A copy that was cut off goes on when it is started again: what the target holds is compared first.
 * @throws LogsDifferError, UncopyableEventError, WrongRevisionError (someone else writes to the target, or the source
 * lacks the beginning of a stream), UnavailableError.
 */
export async function copyLog({ from, to, onProgress }: CopyLogOptions): Promise<LogDigest> {
  const source = EventStoreDBClient.connectionString(from);
  const target = EventStoreDBClient.connectionString(to);
  try {
    const end = await endOfLog(source, PATIENCE_MS);
    const sourceIn = (step: CopyProgress['step']) =>
      watched(readRaw(source, PATIENCE_MS, end), ({ position }) =>
        onProgress?.({ step, share: Number(position) / Number(end) }),
      );
    const missing = missingEvents(sourceIn('copying'), readRaw(target, PATIENCE_MS));
    for await (const run of runsOf(missing)) await appendRun(target, run, PATIENCE_MS);
    return await proveEqual(sourceIn('proving'), readRaw(target, PATIENCE_MS));
  } finally {
    await Promise.all([disconnect(source), disconnect(target)]);
  }
}

async function* watched(
  events: AsyncIterable<PlacedEvent>,
  onEvent: (event: PlacedEvent) => void,
): AsyncGenerator<PlacedEvent> {
  for await (const event of events) {
    onEvent(event);
    yield event;
  }
}
