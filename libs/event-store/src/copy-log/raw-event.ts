/** An event byte for byte as its server keeps it; what a server stamps itself (time, place) is not part of it. */
export interface RawEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  /** `application/json` or `application/octet-stream`. */
  readonly contentType: string;
  readonly data: Uint8Array;
  /** Empty when the event has none. */
  readonly metadata: Uint8Array;
}

/** What two copies of an event must have in common, in the order in which it is hashed. */
const FIELDS = ['stream', 'revision', 'id', 'type', 'contentType', 'data', 'metadata'] as const;

export type RawEventField = (typeof FIELDS)[number];

const LENGTH_BYTES = 4;

function bytesOf(event: RawEvent, field: RawEventField): Uint8Array {
  const value = event[field];
  return typeof value === 'object' ? value : Buffer.from(String(value));
}

/** Every field as its length (4 bytes, big-endian) and its bytes (texts as UTF-8, the revision in decimal). */
export const framed = (event: RawEvent): Buffer =>
  Buffer.concat(
    FIELDS.flatMap((field) => {
      const bytes = bytesOf(event, field);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );

/** The first field in which two events differ; undefined when they are the same. */
export const differingField = (one: RawEvent, other: RawEvent): RawEventField | undefined =>
  FIELDS.find((field) => Buffer.compare(bytesOf(one, field), bytesOf(other, field)) !== 0);
