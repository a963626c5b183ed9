const SIGNATURE_AND_FLAGS_BYTES = 15;
const COUNT_BYTES = 2;
const LENGTH_BYTES = 4;

/** The columns of an event, in the order and the types that `CopiedRows` reads. */
export const COPIED_COLUMNS =
  'position, revision, is_json, event_id::text, created::text, type, stream, metadata, data';

const COLUMNS = COPIED_COLUMNS.split(',').length;

/** Bytes within others. */
export class Part {
  start = 0;
  end = 0;

  constructor(readonly bytes: Buffer) {}

  toString(): string {
    return this.bytes.toString('utf8', this.start, this.end);
  }
}

/** Walks through the rows that a binary COPY of `COPIED_COLUMNS` has sent; describes the one it is at. */
export class CopiedRows {
  position = 0n;
  revision = 0n;
  isJson = false;
  readonly id: Part;
  readonly created: Part;
  readonly type: Part;
  readonly stream: Part;
  readonly metadata: Part;
  readonly data: Part;
  private at: number;

  constructor(private readonly bytes: Buffer) {
    this.id = new Part(bytes);
    this.created = new Part(bytes);
    this.type = new Part(bytes);
    this.stream = new Part(bytes);
    this.metadata = new Part(bytes);
    this.data = new Part(bytes);
    this.at = SIGNATURE_AND_FLAGS_BYTES + LENGTH_BYTES + bytes.readInt32BE(SIGNATURE_AND_FLAGS_BYTES);
  }

  /** Goes on to the next row; false: there is none. */
  next(): boolean {
    if (this.bytes.readInt16BE(this.at) !== COLUMNS) return false;
    this.at += COUNT_BYTES;
    this.position = this.bytes.readBigInt64BE(this.value());
    this.revision = this.bytes.readBigInt64BE(this.value());
    this.isJson = this.bytes[this.value()] === 1;
    this.locate(this.id);
    this.locate(this.created);
    this.locate(this.type);
    this.locate(this.stream);
    this.locate(this.metadata);
    this.locate(this.data);
    return true;
  }

  // Where the next value starts; `at` moves to its end.
  private value(): number {
    const start = this.at + LENGTH_BYTES;
    this.at = start + this.bytes.readInt32BE(this.at);
    return start;
  }

  private locate(place: Part): void {
    place.start = this.value();
    place.end = this.at;
  }
}
