import type { Append } from './append-group.js';
import type { Bells } from './bells.js';
import type { Deletion } from './delete-stream.js';
import type { LoggedEvent } from './events.js';
import type { Direction, StreamPage } from './reader.js';
import type { QueuedOutcome } from './write-queue.js';

/** What the services ask of a log, wherever it is kept. */
export interface Log {
  /** Ring at every commit. */
  readonly bells: Bells;
  /** Position of the newest event. */
  readonly head: bigint;
  /** Bytes of appends that wait for their transaction. */
  readonly backlogBytes: number;

  /** Resolves when durable; `deadline` in milliseconds since 1970. */
  append(append: Append, deadline?: number): Promise<QueuedOutcome>;

  /** Resolves when durable; `deadline` in milliseconds since 1970. */
  delete(deletion: Deletion, deadline?: number): Promise<QueuedOutcome>;

  /** Up to `limit` events after (or, backwards, before) a position; fewer if they are large; none at the end. */
  readAll(direction: Direction, from: bigint, limit: number): Promise<LoggedEvent[]>;

  /**
   * Up to `limit` events of a stream from a revision on (or, backwards, down); fewer if they are large. `retained`,
   * as it is unless told: only those that the stream's metadata keeps readable.
   */
  readStream(
    stream: string,
    direction: Direction,
    from: bigint,
    limit: number,
    retained?: boolean,
  ): Promise<StreamPage>;

  /** Answers what is waiting to be written, then lets go of where it is kept. */
  close(): Promise<void>;
}
