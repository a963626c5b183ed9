import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Append, Committed, WriteOutcome } from './append-group.js';
import type { Deletion } from './delete-stream.js';
import { isMetastream, ticksNow } from './events.js';

const MAX_GROUP_APPENDS = 512;
const MAX_GROUP_BYTES = 8 * 1024 * 1024;

/** What one transaction is given to write: several appends, or one deletion. */
export type Work = { readonly append: Append } | { readonly deletion: Deletion };

/** Does the writing. One call at a time, each call one transaction that is durable when its promise resolves. */
export interface GroupCommit {
  appendGroup(appends: readonly Append[], created: bigint): Promise<Committed>;
  deleteStream(deletion: Deletion, created: bigint): Promise<Committed>;
}

/** The outcome of a write, or that its turn came after its deadline: then nothing was written. */
export type QueuedOutcome = WriteOutcome | { readonly kind: 'timed-out' };

/** The database could not take this write; nothing was written. */
export class WriteRefused extends Error {}

interface Pending {
  readonly work: Work;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly bytes: number;
  readonly resolve: (outcome: QueuedOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: while one transaction is being made durable, the writes that arrive wait here, and the next takes
 * them all, so that many writers share one flush of the disk. Order of arrival is order in the log.
 */
export class WriteQueue {
  private waiting: Pending[] = [];
  private waitingBytes = 0;
  private running: Promise<void> | undefined;

  constructor(private readonly commit: GroupCommit) {}

  /** Bytes of events that wait for their transaction. */
  get backlogBytes(): number {
    return this.waitingBytes;
  }

  /** Rejects with WriteRefused, or with another error when it is not known whether the write was made. */
  write(work: Work, deadline = Infinity): Promise<QueuedOutcome> {
    return new Promise((resolve, reject) => {
      const pending = { work, deadline, bytes: bytesOf(work), resolve, reject };
      this.waiting.push(pending);
      this.waitingBytes += pending.bytes;
      this.running ??= this.run();
    });
  }

  /** Resolves once all that was given to `write` has its answer. */
  async drained(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.gathered();
      const group = this.take().filter(inTime);
      if (group.length > 0) await this.settle(group);
    }
    this.running = undefined;
  }

  // Answers go out together, hence the next writes come in together, but not all in one turn of the event loop. Whoever
  // commits the first of them at once makes the others wait for a transaction with one append in it.
  private async gathered(): Promise<void> {
    let before: number;
    do {
      before = this.waiting.length;
      await nextTurn();
    } while (this.waiting.length > before && this.waiting.length < MAX_GROUP_APPENDS);
  }

  private take(): Pending[] {
    const count = groupSize(this.waiting);
    const group = this.waiting.slice(0, count);
    this.waiting = this.waiting.slice(count);
    this.waitingBytes -= group.reduce((sum, pending) => sum + pending.bytes, 0);
    return group;
  }

  private async settle(group: readonly Pending[]): Promise<void> {
    try {
      const { outcomes } = await this.perform(group.map((pending) => pending.work));
      group.forEach((pending, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined) pending.reject(new Error('The database did not answer this write.'));
        else pending.resolve(outcome);
      });
    } catch (error) {
      await this.settleAfter(error, group);
    }
  }

  // One append that the database cannot take must not fail its neighbours: each gets a transaction of its own.
  private async settleAfter(error: unknown, group: readonly Pending[]): Promise<void> {
    const refused = isRefusal(error);
    if (refused && group.length > 1) for (const pending of group) await this.settle([pending]);
    else group.forEach((pending) => pending.reject(refused ? new WriteRefused(error.message) : error));
  }

  private perform(work: readonly Work[]): Promise<Committed> {
    const [first] = work;
    if (first !== undefined && 'deletion' in first) return this.commit.deleteStream(first.deletion, ticksNow());
    const appends = work.flatMap((item) => ('append' in item ? [item.append] : []));
    return this.commit.appendGroup(appends, ticksNow());
  }
}

// As many as one transaction may take: a deletion and an append to a metadata stream go alone, and an event id that
// occurs again waits until the database can see it.
function groupSize(waiting: readonly Pending[]): number {
  const ids = new Set<string>();
  let bytes = 0;
  for (const [count, { work, bytes: own }] of waiting.entries()) {
    const alone = 'deletion' in work || isMetastream(work.append.stream);
    if (alone) return Math.max(count, 1);
    bytes += own;
    const { events } = work.append;
    const full = count === MAX_GROUP_APPENDS || bytes > MAX_GROUP_BYTES;
    if (count > 0 && (full || events.some(({ id }) => ids.has(id)))) return count;
    for (const { id } of events) ids.add(id);
  }
  return waiting.length;
}

function inTime(pending: Pending): boolean {
  if (pending.deadline > Date.now()) return true;
  pending.resolve({ kind: 'timed-out' });
  return false;
}

function bytesOf(work: Work): number {
  if ('deletion' in work) return 0;
  return work.append.events.reduce((sum, event) => sum + event.data.length + event.metadata.length, 0);
}

// Postgres refused the statement and rolled it back (its errors carry a severity); anything else leaves doubt.
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR';
}
