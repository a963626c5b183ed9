import { type AllStreamResolvedEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { type ReadableOptions, type TransformCallback } from 'node:stream';
import { translated } from '../errors.js';
import { type Call, itemsOf } from '../items.js';
import { isSystemType } from '../stored-event.js';
import { type RawEvent } from './raw-event.js';

/** An event and the byte or ordinal at which its server keeps it. */
export interface PlacedEvent extends RawEvent {
  readonly position: bigint;
}

/** The parts of the protocol's answer that are read here. */
interface ReadAnswer {
  getEvent(): { getEvent(): RecordedMessage | undefined } | undefined;
}

interface RecordedMessage {
  getStreamIdentifier(): { getStreamName_asU8(): Uint8Array };
  getStreamRevision(): string;
  getId(): { getString(): string };
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
  getCommitPosition(): string;
}

/**
 * The non-system events of a log in `$all` order, as the log stands, up to and with the position `last`.
 * @param patienceMs bounds each silence of the server.
 * @throws UnavailableError when the server can't be read.
 */
export async function* readRaw(
  client: EventStoreDBClient,
  patienceMs: number,
  last?: bigint,
): AsyncGenerator<PlacedEvent> {
  // The client would parse JSON, whose bytes are then lost: its decoder is replaced, as a Transform's options allow.
  const read = client.readAll({}, { transform: decode } as ReadableOptions);
  const stream = read as AsyncIterable<AllStreamResolvedEvent | PlacedEvent> as Call<PlacedEvent>['stream'];
  try {
    for await (const event of itemsOf({ stream, cancel: () => read.cancel() }, patienceMs)) {
      if (last !== undefined && event.position > last) return;
      if (!isSystemType(event.type)) yield event;
    }
  } catch (error) {
    throw translated(error, '$all');
  }
}

function decode(answer: ReadAnswer, _encoding: BufferEncoding, done: TransformCallback): void {
  const recorded = answer.getEvent()?.getEvent();
  if (recorded) done(null, toPlaced(recorded));
  else done();
}

const toPlaced = (recorded: RecordedMessage): PlacedEvent => ({
  stream: Buffer.from(recorded.getStreamIdentifier().getStreamName_asU8()).toString(),
  revision: BigInt(recorded.getStreamRevision()),
  id: recorded.getId().getString(),
  type: recorded.getMetadataMap().get('type') ?? '',
  contentType: recorded.getMetadataMap().get('content-type') ?? '',
  data: recorded.getData_asU8(),
  metadata: recorded.getCustomMetadata_asU8(),
  position: BigInt(recorded.getCommitPosition()),
});
