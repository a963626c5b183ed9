import type { LoggedEvent } from './events.js';

const MAX_EVENTS = 16_384;
const MAX_BYTES = 16 * 1024 * 1024;

const sizeOf = (event: LoggedEvent): number => event.data.length + event.metadata.length + 256;

/**
 * The newest events, kept so that live readers need no query. Positions have no gaps, hence an event's place here
 * follows from its position. At most 16,384 events or 16 MiB, whichever is less.
 */
export class Tail {
  private events: LoggedEvent[] = [];
  private start = 0;
  private bytes = 0;

  /** `head` is the position of the newest event in the log. */
  constructor(private head: bigint) {}

  get headPosition(): bigint {
    return this.head;
  }

  /** Adds events that follow the head directly. */
  push(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.bytes += sizeOf(event);
      this.head = event.position;
    }
    this.trim();
  }

  /** Forgets everything; the head moves to `head`. For commits whose events are only known to the database. */
  reset(head: bigint): void {
    this.events = [];
    this.start = 0;
    this.bytes = 0;
    this.head = head;
  }

  /** Up to `limit` events after `position`, or undefined when some of them are no longer here. */
  after(position: bigint, limit: number): LoggedEvent[] | undefined {
    if (position >= this.head) return [];
    const first = this.events[this.start];
    if (first === undefined || position < first.position - 1n) return undefined;
    const from = this.start + Number(position - first.position + 1n);
    return this.events.slice(from, from + limit);
  }

  private trim(): void {
    while (this.events.length - this.start > MAX_EVENTS || this.bytes > MAX_BYTES) {
      const oldest = this.events[this.start];
      if (oldest === undefined) break;
      this.bytes -= sizeOf(oldest);
      this.start += 1;
    }
    if (this.start > MAX_EVENTS) {
      this.events = this.events.slice(this.start);
      this.start = 0;
    }
  }
}
