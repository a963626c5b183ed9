import type { LoggedEvent } from '../storage/events.js';
import { BackwardWriter, type Value } from './backward-writer.js';

// Tags, lengths and fixed words around the variable parts of two recorded events.
const OVERHEAD_BYTES = 512;

const BYTES_PER_CHARACTER = 3;

/** An event as the ReadResp that carries it; serialised once, however many readers it has. */
export function eventResponse(event: LoggedEvent): Buffer {
  return (event.response ??= readResponse(event, undefined));
}

/** A link as the ReadResp that carries it with the event it points at, if that is still there. */
export function linkResponse(link: LoggedEvent, target: LoggedEvent | undefined): Buffer {
  return readResponse(target, link);
}

/** What an answer tells of an event. */
export interface EventFields {
  readonly position: bigint;
  readonly stream: Value;
  readonly revision: bigint;
  readonly id: Value;
  readonly type: Value;
  readonly isJson: boolean;
  readonly created: Value;
  readonly data: Value;
  readonly metadata: Value;
}

function readResponse(event: LoggedEvent | undefined, link: LoggedEvent | undefined): Buffer {
  const writer = new BackwardWriter(OVERHEAD_BYTES + sizeOf(event) + sizeOf(link));
  return writtenResponse(writer, event, link);
}

/**
 * Writes the ReadResp of an event, of a link, or of both. By hand, because reading the log is where the time goes: the
 * generated classes take several times as long.
 */
export function writtenResponse(writer: BackwardWriter, event?: EventFields, link?: EventFields): Buffer {
  const end = writer.mark();
  writer.uint64(3, (link ?? event)?.position ?? 0n);
  if (link !== undefined) recordedEvent(writer, 2, link);
  if (event !== undefined) recordedEvent(writer, 1, event);
  writer.message(1, end);
  return writer.finish();
}

function recordedEvent(writer: BackwardWriter, field: number, event: EventFields): void {
  const end = writer.mark();
  writer.value(8, event.data);
  writer.value(7, event.metadata);
  metadataEntry(writer, 'created', event.created);
  metadataEntry(writer, 'content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  metadataEntry(writer, 'type', event.type);
  writer.uint64(5, event.position);
  writer.uint64(4, event.position);
  writer.uint64(3, event.revision);
  const identifierEnd = writer.mark();
  writer.value(3, event.stream);
  writer.message(2, identifierEnd);
  const idEnd = writer.mark();
  writer.value(2, event.id);
  writer.message(1, idEnd);
  writer.message(field, end);
}

function metadataEntry(writer: BackwardWriter, key: string, value: Value): void {
  const end = writer.mark();
  writer.value(2, value);
  writer.value(1, key);
  writer.message(6, end);
}

function sizeOf(event: LoggedEvent | undefined): number {
  if (event === undefined) return 0;
  const characters = event.stream.length + event.type.length;
  return event.data.length + event.metadata.length + BYTES_PER_CHARACTER * characters;
}
