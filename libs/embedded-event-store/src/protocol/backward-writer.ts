import { Part } from '../storage/copied-rows.js';

/** Text, or bytes, which may be part of others. */
export type Value = string | Buffer | Part;

/**
 * Writes protocol buffers from the last byte to the first: a message's length is known when its body stands, so
 * nesting needs neither a second pass nor copies. Fields come out in the reverse of the order of the calls.
 */
export class BackwardWriter {
  private readonly buffer: Buffer;
  private at: number;
  private finished: number;

  /** `capacity`: at least the bytes that will be written. */
  constructor(capacity: number) {
    this.buffer = Buffer.allocUnsafe(capacity);
    this.at = capacity;
    this.finished = capacity;
  }

  /** Where a nested message ends; to be given to `message` once its fields are written. */
  mark(): number {
    return this.at;
  }

  message(field: number, end: number): void {
    this.varint(end - this.at);
    this.tag(field, 2);
  }

  value(field: number, value: Value): void {
    const before = this.at;
    if (typeof value === 'string') {
      this.at -= Buffer.byteLength(value);
      this.buffer.write(value, this.at);
    } else if (value instanceof Part) {
      this.at -= value.end - value.start;
      value.bytes.copy(this.buffer, this.at, value.start, value.end);
    } else {
      this.at -= value.length;
      value.copy(this.buffer, this.at);
    }
    this.varint(before - this.at);
    this.tag(field, 2);
  }

  uint64(field: number, value: bigint): void {
    if (value <= Number.MAX_SAFE_INTEGER) this.varint(Number(value));
    else this.bigVarint(value);
    this.tag(field, 0);
  }

  /** What has been written since this was last called. */
  finish(): Buffer {
    const written = this.buffer.subarray(this.at, this.finished);
    this.finished = this.at;
    return written;
  }

  private tag(field: number, wireType: number): void {
    this.buffer[--this.at] = (field << 3) | wireType;
  }

  private varint(value: number): void {
    let length = 1;
    for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1;
    this.at -= length;
    let rest = value;
    for (let i = this.at; i < this.at + length - 1; i++) {
      this.buffer[i] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.buffer[this.at + length - 1] = rest;
  }

  private bigVarint(value: bigint): void {
    const groups: number[] = [];
    for (let rest = value; rest > 0n; rest >>= 7n) groups.push(Number(rest & 0x7fn) | 0x80);
    groups[groups.length - 1]! &= 0x7f;
    this.at -= groups.length;
    this.buffer.set(groups, this.at);
  }
}
