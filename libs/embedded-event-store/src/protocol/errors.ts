import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { WriteRefused } from '../storage/write-queue.js';

/** Greatest size of one append: data, metadata and twice the length of the type of each event, in bytes. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/** A call's failure as gRPC transports it; clients recognise the kind by the trailer `exception`. */
export class ProtocolError extends Error implements StatusObject {
  readonly metadata: Metadata;

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    this.metadata = new Metadata();
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, inAscii(value));
  }
}

export const streamDeleted = (stream: string): ProtocolError =>
  new ProtocolError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** `operation` is the word the message begins with, such as `Delete`. */
export const wrongExpectedVersion = (
  operation: string,
  stream: string,
  expected: bigint,
  current: bigint,
): ProtocolError =>
  new ProtocolError(
    status.FAILED_PRECONDITION,
    `${operation} failed due to WrongExpectedVersion. ` +
      `Stream: ${stream}, Expected version: ${expected}, Actual version: ${current}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expected.toString(),
      'actual-version': current.toString(),
    },
  );

export const maximumAppendSizeExceeded = (): ProtocolError =>
  new ProtocolError(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': MAX_APPEND_BYTES.toString(),
  });

export const requiredMetadataMissing = (property: string): ProtocolError =>
  new ProtocolError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const invalidArgument = (details: string): ProtocolError => new ProtocolError(status.INVALID_ARGUMENT, details);

export const deadlineExceeded = (): ProtocolError =>
  new ProtocolError(
    status.DEADLINE_EXCEEDED,
    'The deadline passed before the write had its turn; nothing was written.',
  );

export const unavailable = (details: string): ProtocolError => new ProtocolError(status.UNAVAILABLE, details);

/** What a call answers to an error: itself if it is the protocol's, else that the database failed. */
export function asProtocolError(error: unknown): ProtocolError {
  if (error instanceof ProtocolError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof WriteRefused) return new ProtocolError(status.INTERNAL, message);
  return unavailable(`The event store's database failed: ${message}`);
}

// Trailers carry ASCII only.
const inAscii = (value: string): string => value.replace(/[^\x20-\x7e]/g, '?');
