import { CopiedRows } from '../storage/copied-rows.js';
import type { LoggedEvent } from '../storage/events.js';
import { BackwardWriter } from './backward-writer.js';
import { writtenResponse } from './read-event.js';
import { streams, type StreamsMessages } from './stubs.js';

// By how much the answer with an event can be longer than the event's row.
const OVERHEAD_BYTES = 128;

/**
 * At most `limit` events that a binary COPY of `COPIED_COLUMNS` has sent, made into the answers that carry them
 * straight from the bytes of the database; nothing of `bytes` is kept.
 */
export function copiedEvents(bytes: Buffer, limit: number): LoggedEvent[] {
  const rows = new CopiedRows(bytes);
  const writer = new BackwardWriter(bytes.length + OVERHEAD_BYTES * limit);
  const events: LoggedEvent[] = [];
  while (rows.next()) {
    const response = writtenResponse(writer, rows);
    events.push(new CopiedEvent(rows.position, rows.stream.toString(), rows.type.toString(), response));
  }
  return events;
}

/** An event of which the answer is at hand. What readers rarely ask for is taken out of that again. */
class CopiedEvent implements LoggedEvent {
  constructor(
    readonly position: bigint,
    readonly stream: string,
    readonly type: string,
    readonly response: Buffer,
  ) {}

  get id(): string {
    return this.recorded.getId()?.getString() ?? '';
  }

  get revision(): bigint {
    return BigInt(this.recorded.getStreamRevision());
  }

  get isJson(): boolean {
    return this.recorded.getMetadataMap().get('content-type') === 'application/json';
  }

  get created(): string {
    return this.recorded.getMetadataMap().get('created') ?? '';
  }

  get data(): Buffer {
    return Buffer.from(this.recorded.getData_asU8());
  }

  get metadata(): Buffer {
    return Buffer.from(this.recorded.getCustomMetadata_asU8());
  }

  private get recorded(): StreamsMessages.ReadResp.ReadEvent.RecordedEvent {
    const message = streams.ReadResp.deserializeBinary(this.response);
    return message.getEvent()?.getEvent() ?? new streams.ReadResp.ReadEvent.RecordedEvent();
  }
}
