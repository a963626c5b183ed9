import type { LoggedEvent } from './events.js';

/** What is kept at most. */
export interface TailLimits {
  readonly events: number;
  readonly bytes: number;
}

const LIMITS: TailLimits = { events: 16_384, bytes: 16 * 1024 * 1024 };

/** What an event counts for, in bytes. */
export const sizeInTail = (event: LoggedEvent): number => event.data.length + event.metadata.length + 256;

/**
 * The newest events, kept so that live readers need no query. Positions have no gaps, hence an event's place here
 * follows from its position. At most 16,384 events or 16 MiB, whichever is less.
 */
export class Tail {
  private readonly events: LoggedEvent[] = [];
  // Events before it are forgotten already: to move thousands of others at every commit would cost more than they do.
  private first = 0;
  private bytes = 0;

  /** `head` is the position of the newest event in the log. */
  constructor(
    private head: bigint,
    private readonly limits = LIMITS,
  ) {}

  get headPosition(): bigint {
    return this.head;
  }

  /** Adds events that follow the head directly. */
  push(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.bytes += sizeInTail(event);
    }
    this.head += BigInt(events.length);
    this.trim();
  }

  /** Forgets everything; the head moves to `head`. For commits whose events are only known to the database. */
  reset(head: bigint): void {
    this.events.length = 0;
    this.first = 0;
    this.bytes = 0;
    this.head = head;
  }

  /** Up to `limit` events after `position`, or undefined when some of them are no longer here. */
  after(position: bigint, limit: number): LoggedEvent[] | undefined {
    const missed = Number(this.head - position);
    if (missed > this.events.length - this.first) return undefined;
    const from = this.events.length - missed;
    return this.events.slice(from, from + limit);
  }

  private trim(): void {
    while (this.isTooMuch()) this.forgetFirst();
    if (this.first < this.events.length / 4) return;
    this.events.splice(0, this.first);
    this.first = 0;
  }

  private isTooMuch(): boolean {
    return this.events.length - this.first > this.limits.events || this.bytes > this.limits.bytes;
  }

  private forgetFirst(): void {
    const event = this.events[this.first];
    if (event !== undefined) this.bytes -= sizeInTail(event);
    this.first += 1;
  }
}
