import type { ProposedEvent } from '../storage/events.js';
import { invalidArgument, requiredMetadataMissing } from './errors.js';
import type { SharedMessages, StreamsMessages } from './stubs.js';

type ProposedMessage = StreamsMessages.AppendReq.ProposedMessage | StreamsMessages.BatchAppendReq.ProposedMessage;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

// An index entry of Postgres holds no more than about 2700 bytes.
const MAX_NAME_BYTES = 2048;

/** An event as proposed on the wire. Throws ProtocolError when its id, type or content type is missing or malformed. */
export function proposedEvent(message: ProposedMessage): ProposedEvent {
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  const contentType = properties.get('content-type');
  if (type === undefined) throw requiredMetadataMissing('type');
  if (contentType === undefined) throw requiredMetadataMissing('content-type');
  if (type.includes('\0')) throw invalidArgument('An event type must not contain a NUL character.');
  return {
    id: uuidText(message.getId()),
    type,
    isJson: contentType === 'application/json',
    data: bufferOf(message.getData_asU8()),
    metadata: bufferOf(message.getCustomMetadata_asU8()),
  };
}

/** What an event counts for in the maximum size of an append, in bytes. */
export const sizeOf = (event: ProposedEvent): number =>
  event.data.length + event.metadata.length + 2 * event.type.length;

/** The stream's name. Throws ProtocolError when it is missing or cannot be stored. */
export function streamName(identifier: SharedMessages.StreamIdentifier | undefined): string {
  const bytes = bufferOf(identifier?.getStreamName_asU8() ?? new Uint8Array());
  const name = bytes.toString('utf8');
  if (name === '' || name === '$$') throw invalidArgument(`'${name}' is not a valid stream name.`);
  if (name.includes('\0')) throw invalidArgument('A stream name must not contain a NUL character.');
  if (bytes.length > MAX_NAME_BYTES) throw invalidArgument(`A stream name has at most ${MAX_NAME_BYTES} bytes.`);
  return name;
}

/** Either form of the protocol's UUID as lower-case text. Throws ProtocolError when it is none. */
export function uuidText(uuid: SharedMessages.UUID | undefined): string {
  const structured = uuid?.getStructured();
  const text = structured === undefined ? (uuid?.getString() ?? '') : structuredText(structured);
  if (!UUID.test(text)) throw invalidArgument(`'${text}' is not a UUID.`);
  return text.toLowerCase();
}

function structuredText(uuid: SharedMessages.UUID.Structured): string {
  const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
  const hex = half(uuid.getMostSignificantBits()) + half(uuid.getLeastSignificantBits());
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
