import { type EventStore, type NewEvent, UnavailableError, WrongRevisionError } from '#libs/event-store';
import { type StoredEvent } from '#libs/eventsourcing';

type Failure = 'lost request' | 'lost answer';

/** A log in memory for decisions about races and lost answers; everything that depends on a store runs on a real one. */
export class MemoryEventStore implements EventStore {
  readonly events: StoredEvent[] = [];
  readCount = 0;
  eventsRead = 0;
  /** Set to make the next append fail before or after it has happened. */
  failNext?: Failure;

  async append(stream: string, events: NewEvent[], expected: bigint | 'no-stream') {
    await Promise.resolve();
    const failure = this.failNext;
    this.failNext = undefined;
    if (failure === 'lost request') throw new UnavailableError('request');
    const present = this.events.filter((event) => event.stream === stream).length;
    if (BigInt(present) !== (expected === 'no-stream' ? 0n : expected + 1n)) throw new WrongRevisionError(stream);
    events.forEach((event, index) => this.record(stream, BigInt(present + index), event));
    if (failure === 'lost answer') throw new UnavailableError('answer');
    return { revision: BigInt(present + events.length - 1), position: BigInt(this.events.length) };
  }

  async *readStream(stream: string, fromRevision = 0n) {
    this.readCount += 1;
    await Promise.resolve();
    for (const event of this.events.filter((event) => event.stream === stream && event.revision >= fromRevision)) {
      this.eventsRead += 1;
      yield event;
    }
  }

  async *follow() {}

  end() {
    return Promise.resolve(BigInt(this.events.length));
  }

  async close() {}

  private record(stream: string, revision: bigint, event: NewEvent) {
    const stored = JSON.parse(JSON.stringify(event)) as NewEvent;
    const position = BigInt(this.events.length + 1);
    this.events.push({ ...stored, stream, revision, position, recordedAt: new Date() });
  }
}
