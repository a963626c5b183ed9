import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from '../storage/events.js';
import { MAX_REVISION } from '../storage/revisions.js';
import { copiedEvents } from './copied-events.js';
import { eventResponse } from './read-event.js';

const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

const number = fc.oneof(fc.bigInt(0n, MAX_REVISION), fc.constantFrom(0n, 127n, 128n, 2n ** 53n, MAX_REVISION));
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const anyEvent: fc.Arbitrary<LoggedEvent> = fc.record({
  position: number,
  stream: text,
  revision: number,
  id: fc.uuid(),
  type: text,
  isJson: fc.boolean(),
  created: fc.nat().map(String),
  data: bytes,
  metadata: bytes,
});

const int64 = (value: bigint): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigInt64BE(value);
  return buffer;
};

/** A row as the description of Postgres' binary COPY format has it. */
function rowOf({ position, revision, isJson, id, created, type, stream, metadata, data }: LoggedEvent): Buffer {
  const values: Buffer[] = [int64(position), int64(revision), Buffer.from([Number(isJson)])];
  values.push(...[id, created, type, stream].map((value) => Buffer.from(value)), metadata, data);
  const parts: Buffer[] = [Buffer.from([0, values.length])];
  for (const value of values) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value.length);
    parts.push(length, value);
  }
  return Buffer.concat(parts);
}

const copyOf = (events: readonly LoggedEvent[]): Buffer => Buffer.concat([HEADER, ...events.map(rowOf), TRAILER]);

const fieldsOf = ({ position, stream, revision, id, type, isJson, created, data, metadata }: LoggedEvent) => ({
  ...{ position, stream, revision, id, type, isJson, created, data, metadata },
});

describe('copiedEvents', () => {
  it('are the events of the rows, with the answers that eventResponse would make', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const copied = copiedEvents(copyOf(events), events.length);
        expect(copied.map(fieldsOf)).toEqual(events);
        expect(copied.map(({ response }) => response)).toEqual(events.map((event) => eventResponse({ ...event })));
      }),
    );
  });

  it('keep nothing of the bytes that they came in', () => {
    const [event] = fc.sample(anyEvent, 1) as [LoggedEvent];
    const copy = copyOf([event]);
    const copied = copiedEvents(copy, 1);
    copy.fill(0);
    expect(copied.map(fieldsOf)).toEqual([event]);
  });
});
