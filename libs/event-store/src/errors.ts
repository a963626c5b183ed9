import { ErrorType, isCommandError } from '@eventstore/db-client';
import { UnavailableError, WrongRevisionError } from './event-store.js';

/** What the server says about one stream and means for good; anything else may be gone at the next try. */
const LASTING: ReadonlySet<ErrorType> = new Set([
  ErrorType.STREAM_DELETED,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.WRONG_EXPECTED_VERSION,
]);

const typeOf = (error: unknown): ErrorType | undefined =>
  error instanceof Error && isCommandError(error) ? error.type : undefined;

/** True when a read was answered with "there is no such stream". */
export const isStreamNotFound = (error: unknown): boolean => typeOf(error) === ErrorType.STREAM_NOT_FOUND;

/**
 * The client's error in the product's terms. A stream error of the client rejects every pending append of the process,
 * whatever its code, so only answers about the one stream are taken for final.
 */
export const translated = (error: unknown, stream: string): Error => {
  if (error instanceof UnavailableError || error instanceof WrongRevisionError) return error;
  const type = typeOf(error);
  if (type === ErrorType.WRONG_EXPECTED_VERSION) return new WrongRevisionError(stream);
  return type !== undefined && LASTING.has(type) ? (error as Error) : new UnavailableError(error);
};
