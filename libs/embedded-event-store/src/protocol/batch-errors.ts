import type { Message } from 'google-protobuf';
import { MAX_APPEND_BYTES } from './errors.js';
import { ANY, NO_STREAM, STREAM_EXISTS } from '../storage/revisions.js';
import { rpcCode, rpcStatus, shared, type StatusMessages, wellKnownAny, wellKnownEmpty } from './stubs.js';

type Status = StatusMessages.Status;

/** A batch answers a refused append with a status whose details are a message of its own; clients go by that. */
function rpcError(code: number, kind: string, details: Message, message = kind): Status {
  const any = new wellKnownAny.Any();
  any.pack(details.serializeBinary(), `event_store.client.${kind}`);
  const error = new rpcStatus.Status();
  error.setCode(code);
  error.setMessage(message);
  error.setDetails(any);
  return error;
}

const { Code } = rpcCode;

/** `current` is -1 where there is no stream. */
export function wrongExpectedVersionStatus(expected: bigint, current: bigint): Status {
  const details = new shared.WrongExpectedVersion();
  if (current < 0n) details.setCurrentNoStream(new wellKnownEmpty.Empty());
  else details.setCurrentStreamRevision(current.toString());
  if (expected === ANY) details.setExpectedAny(new wellKnownEmpty.Empty());
  else if (expected === NO_STREAM) details.setExpectedNoStream(new wellKnownEmpty.Empty());
  else if (expected === STREAM_EXISTS) details.setExpectedStreamExists(new wellKnownEmpty.Empty());
  else details.setExpectedStreamPosition(expected.toString());
  return rpcError(Code.ALREADY_EXISTS, 'WrongExpectedVersion', details);
}

export function streamDeletedStatus(stream: string): Status {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  const details = new shared.StreamDeleted();
  details.setStreamIdentifier(identifier);
  return rpcError(Code.NOT_FOUND, 'StreamDeleted', details);
}

export const timeoutStatus = (): Status => rpcError(Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());

/** The database could not take the append. */
export const unknownStatus = (): Status => rpcError(Code.UNKNOWN, 'Unknown', new shared.Unknown());

export function maximumAppendSizeStatus(): Status {
  const details = new shared.MaximumAppendSizeExceeded();
  details.setMaxappendsize(MAX_APPEND_BYTES);
  return rpcError(Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
}

/** Clients know no error of this kind and show its message, hence it is the sentence itself. */
export function badRequestStatus(message: string): Status {
  const details = new shared.BadRequest();
  details.setMessage(message);
  return rpcError(Code.INVALID_ARGUMENT, 'BadRequest', details, message);
}
