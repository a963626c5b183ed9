import { type SequencedEvent } from '#libs/eventsourcing';
import { type Followed } from '#libs/event-store';
import { type Checkpoint } from './checkpoint.js';

/** Consecutive events, perhaps none, and how far the log has been read with them. */
export interface Batch {
  readonly events: readonly SequencedEvent[];
  readonly reached: Checkpoint;
  /** True once the server has said that the log's past has been read and what comes is news. */
  readonly live: boolean;
}

/** How long a batch may grow while the log's past is read; once live, what is there goes at once. */
const GATHER_MS = 50;
/** How often an idle reader hands out an empty batch, for what has been passed over. */
const IDLE_MS = 1_000;

/**
 * Numbers what a follower of `$all` sees and gathers it into batches: the next one fills while the last is written, and
 * when it is full the follower waits. Events met twice are dropped.
 */
export class Batches {
  private events: SequencedEvent[] = [];
  private live = false;
  private closed = false;
  private failure?: Error;
  private wakeTaker = (): void => undefined;
  private wakeReader = (): void => undefined;

  /**
   * @param reached where reading begins.
   * @param limit events in a batch at most.
   */
  constructor(
    private reached: Checkpoint,
    private readonly limit: number,
  ) {}

  /** Reads until the source ends or fails, or the batches are closed. */
  async readFrom(source: AsyncIterable<Followed>): Promise<void> {
    try {
      for await (const followed of source) {
        this.accept(followed);
        if (this.isFull()) await new Promise<void>((resolve) => (this.wakeReader = resolve));
        if (this.closed) break;
      }
    } catch (error) {
      this.failure = error as Error;
    }
    this.close();
  }

  /** The next batch; undefined once closed. @throws what the source threw. */
  async take(): Promise<Batch | undefined> {
    if (!this.isReady()) await this.news(this.live ? IDLE_MS : GATHER_MS);
    if (this.failure) throw this.failure;
    if (this.closed) return undefined;
    const batch = { events: this.events, reached: this.reached, live: this.live };
    this.events = [];
    this.wakeReader();
    return batch;
  }

  close(): void {
    this.closed = true;
    this.wakeTaker();
    this.wakeReader();
  }

  private accept(followed: Followed): void {
    // Only the server can tell the end of the past from a silence of its own.
    if (followed.kind === 'caught-up') this.live = true;
    else if (followed.kind === 'passed') this.pass(followed.position);
    else if (this.isNew(followed.event.position)) {
      const { recordedAt, position } = followed.event;
      const seq = this.reached.seq + 1n;
      this.events.push({ ...followed.event, seq });
      this.reached = { seq, position, recordedAt };
    }
    if (this.isReady()) this.wakeTaker();
  }

  private pass(position: bigint): void {
    if (position > this.reached.position) this.reached = { ...this.reached, position };
  }

  private isNew(position: bigint): boolean {
    return position > this.reached.position || (this.reached.seq === 0n && this.reached.position === 0n);
  }

  private isFull(): boolean {
    return this.events.length >= this.limit;
  }

  private isReady(): boolean {
    return this.closed || this.isFull() || (this.live && this.events.length > 0);
  }

  /** Resolves when a batch is worth taking, at the end of the turn so that all that came with it is in, or after `ms`. */
  private news(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.wakeTaker = () => undefined;
        setImmediate(resolve);
      };
      const timer = setTimeout(done, ms);
      this.wakeTaker = done;
    });
  }
}
