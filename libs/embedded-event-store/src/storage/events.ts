/** An event as a client sends it. `data` and `metadata` are bytes; the store never looks inside. */
export interface ProposedEvent {
  /** Lower-case UUID. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** An event as it stands in the log. */
export interface LoggedEvent extends ProposedEvent {
  /** Place in the log: 1, 2, 3 …, without gaps. */
  readonly position: bigint;
  readonly stream: string;
  /** Place in the stream, from 0; 9223372036854775807 for a tombstone. */
  readonly revision: bigint;
  /** Ticks of 100 ns since 1970, as decimal text. */
  readonly created: string;
  /** The event as its readers get it, once the first of them has asked. */
  response?: Buffer;
}

/** The type of the last event of a tombstoned stream. */
export const STREAM_DELETED = '$streamDeleted';

/** Ticks of 100 ns since 1970. */
export const ticksNow = (): bigint => BigInt(Date.now()) * 10_000n;

/** The stream that holds the metadata of `stream`. */
export const metastreamOf = (stream: string): string => `$$${stream}`;

export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
