import { type EventMetadata, type StoredEvent } from '#libs/eventsourcing';

/** An event on its way into the store; `id` makes a repeated append recognisable. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: EventMetadata;
}

/** The revision a stream must have for an append to happen: its last event's, or none at all. */
export type ExpectedRevision = bigint | 'no-stream';

/** Where an append landed: the stream's last revision and the last event's place in `$all`. */
export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

/** What a follower of `$all` sees: an event, or that everything up to a position has been passed. */
export type Followed =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'passed'; readonly position: bigint }
  | { readonly kind: 'caught-up' };

/** The log. The rest of the product knows it by this interface alone. */
export interface EventStore {
  /**
   * Appends all events or none; resolves once they are durable.
   * @throws WrongRevisionError when the stream is not at `expected`; UnavailableError when the outcome is unknown.
   */
  append(stream: string, events: NewEvent[], expected: ExpectedRevision): Promise<Appended>;

  /** A stream's events from `fromRevision` (0) on, `limit` at most, oldest first; nothing when there is no such stream. */
  readStream(stream: string, fromRevision?: bigint, limit?: number): AsyncIterable<StoredEvent>;

  /** Every non-system event after `position` (from the start when undefined) and then live, until `signal` aborts. */
  follow(position: bigint | undefined, signal: AbortSignal): AsyncIterable<Followed>;

  /** The place of the log's last event; 0 when it is empty. */
  end(): Promise<bigint>;

  close(): Promise<void>;
}

/** Someone else appended to the stream first. */
export class WrongRevisionError extends Error {
  constructor(readonly stream: string) {
    super(`stream ${stream} is not at the expected revision`);
    this.name = 'WrongRevisionError';
  }
}

/** The store did not answer: an append may or may not have happened. */
export class UnavailableError extends Error {
  constructor(cause: unknown) {
    super('the event store is unavailable', { cause });
    this.name = 'UnavailableError';
  }
}

/** The name under which Nest injects the log. */
export const EVENT_STORE = Symbol('EVENT_STORE');
