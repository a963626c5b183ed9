import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from '../storage/events.js';
import { MAX_REVISION } from '../storage/revisions.js';
import { eventResponse, linkResponse } from './read-event.js';
import { streams, type StreamsMessages } from './stubs.js';

const number = fc.oneof(
  fc.bigInt(0n, MAX_REVISION),
  fc.constantFrom(0n, 127n, 128n, 2n ** 32n, 2n ** 53n, MAX_REVISION),
);
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

const decoded = (response: Buffer): StreamsMessages.ReadResp.ReadEvent | undefined =>
  streams.ReadResp.deserializeBinary(response).getEvent();

// What the generated classes make of the bytes.
const plain = (recorded: StreamsMessages.ReadResp.ReadEvent.RecordedEvent | undefined): LoggedEvent | undefined =>
  recorded && {
    position: BigInt(recorded.getCommitPosition()),
    stream: Buffer.from(recorded.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    revision: BigInt(recorded.getStreamRevision()),
    id: recorded.getId()?.getString() ?? '',
    type: recorded.getMetadataMap().get('type') ?? '',
    isJson: recorded.getMetadataMap().get('content-type') === 'application/json',
    created: recorded.getMetadataMap().get('created') ?? '',
    data: Buffer.from(recorded.getData_asU8()),
    metadata: Buffer.from(recorded.getCustomMetadata_asU8()),
  };

describe('eventResponse', () => {
  it('is what the protocol’s own classes read as that event', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const message = decoded(eventResponse({ ...event }));
        expect(plain(message?.getEvent())).toEqual(event);
        expect(message?.getEvent()?.getPreparePosition()).toBe(event.position.toString());
        expect(message?.getCommitPosition()).toBe(event.position.toString());
        expect(message?.hasLink()).toBe(false);
      }),
    );
  });

  it('is serialised once', () => {
    const [event] = fc.sample(anyEvent, 1);
    expect(eventResponse(event!)).toBe(eventResponse(event!));
  });
});

describe('linkResponse', () => {
  it('carries the link and the event it points at, under the link’s position', () => {
    fc.assert(
      fc.property(anyEvent, anyEvent, (link, target) => {
        const message = decoded(linkResponse(link, target));
        expect(plain(message?.getLink())).toEqual(link);
        expect(plain(message?.getEvent())).toEqual(target);
        expect(message?.getCommitPosition()).toBe(link.position.toString());
      }),
    );
  });

  it('carries the link alone when the event is gone', () => {
    const [link] = fc.sample(anyEvent, 1);
    expect(decoded(linkResponse(link!, undefined))?.hasEvent()).toBe(false);
  });
});
