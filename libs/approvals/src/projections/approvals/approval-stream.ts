import { approvalStream } from '../../domain/approval.events.js';

const PREFIX = approvalStream('');

/** The approval whose stream it is; `undefined` for any other stream. */
export const approvalIdOf = (stream: string): string | undefined =>
  stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
