import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { lowest } from './as-of.js';
import {
  type Announcement,
  type Checkpoint,
  PROGRESS_CHANNEL,
  type ProjectionId,
  START,
  readOwnCheckpoints,
} from './checkpoint.js';
import { schemaOf } from './projection.js';

/** How far the read models have got, as a process that answers queries follows it. */
export interface Progress {
  /** The lowest checkpoint last heard of. */
  current(): Checkpoint;
  /**
   * True as soon as everything up to `position` can be seen; false when that takes longer than `timeoutMs`.
   * @param of the projections in which; when left out, all that are followed.
   */
  waitFor(position: bigint, timeoutMs: number, of?: readonly ProjectionId[]): Promise<boolean>;
  close(): Promise<void>;
}

const POLL_MS = 1_000;
const ANSWER_TIMEOUT_MS = 5_000;

/**
 * Follows the checkpoints on one connection of its own: announcements as they come, and a look once a second for those
 * that were missed. A lost connection is made again for ever, so this never fails: it only learns late.
 * @param of the projections that this process's answers draw on; all current ones when left out.
 */
export function openProgress(databaseUrl: string, of?: readonly ProjectionId[]): Progress {
  const follower = new ProgressFollower(of);
  const closing = new AbortController();
  const following = follower.follow(databaseUrl, closing.signal);
  return {
    current: () => follower.current,
    waitFor: (position, timeoutMs, drawnOn) => follower.waitFor(position, timeoutMs, drawnOn),
    async close() {
      closing.abort();
      await following;
    },
  };
}

interface Waiter {
  readonly position: bigint;
  readonly of?: readonly ProjectionId[];
  readonly settle: (reached: boolean) => void;
}

class ProgressFollower {
  private checkpoints: ReadonlyMap<string, Checkpoint> = new Map();
  /** What has been announced since the checkpoints were last asked for: newer than the answer. */
  private heard = new Map<string, Checkpoint>();
  private readonly waiters = new Set<Waiter>();

  constructor(private readonly of?: readonly ProjectionId[]) {}

  get current(): Checkpoint {
    return this.lowest();
  }

  waitFor(position: bigint, timeoutMs: number, of?: readonly ProjectionId[]): Promise<boolean> {
    if (this.lowest(of).position >= position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        resolve(reached);
      };
      const timer = setTimeout(() => settle(false), timeoutMs);
      const waiter = { position, of, settle };
      this.waiters.add(waiter);
    });
  }

  async follow(databaseUrl: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.listen(databaseUrl, signal).catch(() => undefined);
      await pause(signal);
    }
    for (const { settle } of this.waiters) settle(false);
  }

  /** One connection's life; rejects when it breaks. */
  private async listen(databaseUrl: string, signal: AbortSignal): Promise<void> {
    const session = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'ledger progress',
      connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
    });
    session.on('error', () => undefined);
    session.on('notification', ({ payload }) => this.hear(JSON.parse(payload!) as Announcement));
    try {
      await session.connect();
      await session.query(`listen ${PROGRESS_CHANNEL}`);
      while (!signal.aborted) {
        const sql = {
          query: async <Rows>(text: string, values?: unknown[]) => (await session.query(text, values)).rows as Rows,
        };
        this.heard = new Map();
        const read = await readOwnCheckpoints(sql, this.of);
        this.learn(new Map(Array.from(read, ([schema, each]) => [schema, this.heard.get(schema) ?? each])));
        await pause(signal);
      }
    } finally {
      await Promise.race([session.end().catch(() => undefined), delay(POLL_MS, undefined, { ref: false })]);
    }
  }

  private hear({ schemas, seq, position, recordedAt }: Announcement): void {
    const checkpoint: Checkpoint = {
      seq: BigInt(seq),
      position: BigInt(position),
      recordedAt: recordedAt === null ? null : new Date(recordedAt),
    };
    for (const schema of schemas) this.heard.set(schema, checkpoint);
    const ours = schemas.filter((schema) => this.checkpoints.has(schema));
    this.learn(new Map([...this.checkpoints, ...ours.map((schema) => [schema, checkpoint] as const)]));
  }

  private learn(checkpoints: ReadonlyMap<string, Checkpoint>): void {
    this.checkpoints = checkpoints;
    for (const { position, of, settle } of this.waiters) if (position <= this.lowest(of).position) settle(true);
  }

  /** What hasn't been heard of yet is at the start. */
  private lowest(of?: readonly ProjectionId[]): Checkpoint {
    return lowest(of ? of.map((each) => this.checkpoints.get(schemaOf(each)) ?? START) : this.checkpoints.values());
  }
}

const pause = (signal: AbortSignal): Promise<unknown> => delay(POLL_MS, undefined, { signal }).catch(() => undefined);
