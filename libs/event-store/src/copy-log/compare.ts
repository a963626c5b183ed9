import { createHash } from 'node:crypto';
import { LogsDifferError } from './errors.js';
import { type RawEvent, differingField, framed } from './raw-event.js';

/** What two equal logs have in common. */
export interface LogDigest {
  /** Number of non-system events. */
  readonly events: bigint;
  /** SHA-256, lower-case hex, over every event's fields in `$all` order, each field after its length. */
  readonly digest: string;
}

type Log = AsyncIterable<RawEvent>;

/** Events with the same number in their logs; one is missing once its log has ended. */
interface Pair {
  readonly seq: bigint;
  readonly source?: RawEvent;
  readonly target?: RawEvent;
}

/**
 * The events of the source that the target lacks, in order. The target is read to its end before the first is given.
 * @throws LogsDifferError when the target isn't a beginning of the source.
 */
export async function* missingEvents(source: Log, target: Log): AsyncGenerator<RawEvent> {
  for await (const pair of pairs(source, target)) {
    if (pair.source && !pair.target) yield pair.source;
    else requireSame(pair, 'before-copying');
  }
}

/** Reads both logs to their ends. @throws LogsDifferError that names the first difference. */
export async function proveEqual(source: Log, target: Log): Promise<LogDigest> {
  const hash = createHash('sha256');
  let events = 0n;
  for await (const pair of pairs(source, target)) {
    hash.update(framed(requireSame(pair, 'after-copying')));
    events = pair.seq;
  }
  return { events, digest: hash.digest('hex') };
}

function requireSame({ seq, source, target }: Pair, found: LogsDifferError['found']): RawEvent {
  if (!source || !target) throw new LogsDifferError(found, { seq, source, target });
  const field = differingField(source, target);
  if (field !== undefined) throw new LogsDifferError(found, { seq, source, target, field });
  return target;
}

async function* pairs(source: Log, target: Log): AsyncGenerator<Pair> {
  const sources = source[Symbol.asyncIterator]();
  const targets = target[Symbol.asyncIterator]();
  try {
    for (let seq = 1n; ; seq += 1n) {
      const [one, other] = await Promise.all([sources.next(), targets.next()]);
      if (one.done && other.done) return;
      yield { seq, source: one.done ? undefined : one.value, target: other.done ? undefined : other.value };
    }
  } finally {
    await Promise.all([sources.return?.(), targets.return?.()]);
  }
}
