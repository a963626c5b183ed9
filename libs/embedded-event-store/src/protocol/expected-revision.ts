import { ANY, MAX_REVISION, NO_STREAM, STREAM_EXISTS } from '../storage/revisions.js';
import { invalidArgument } from './errors.js';

const UNSIGNED_MAX = 18_446_744_073_709_551_615n;

/** The choice that append, batch append, delete and tombstone requests offer, under their differing names. */
export interface ExpectedRevisionOptions {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/**
 * The expected revision of a request, `revision` being its exact one as decimal text when it has one. Throws
 * ProtocolError when nothing is chosen or no stream can have that revision.
 */
export function expectedRevision(options: ExpectedRevisionOptions, revision: string | undefined): bigint {
  if (options.hasAny()) return ANY;
  if (options.hasNoStream()) return NO_STREAM;
  if (options.hasStreamExists()) return STREAM_EXISTS;
  if (revision === undefined) throw invalidArgument('The request has no expected revision.');
  const exact = BigInt.asUintN(64, BigInt(revision));
  if (exact === UNSIGNED_MAX) return NO_STREAM;
  if (exact > MAX_REVISION) throw invalidArgument(`${exact} is greater than any revision.`);
  return exact;
}
