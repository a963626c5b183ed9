import {
  type AppendResult,
  type AppendToStreamOptions,
  type EventStoreDBClient,
  NO_STREAM,
  jsonEvent,
} from '@eventstore/db-client';
import { DeadlineError, withDeadline } from './deadline.js';
import { translated } from './errors.js';
import { type Appended, type ExpectedRevision, type NewEvent, WrongRevisionError } from './event-store.js';
import { endOfLog } from './read.js';
import { Slots } from './slots.js';

/**
 * Appends under way at a time. With more than that the client queues messages inside, and when the connection breaks
 * then, it rejects promises that nobody can catch: the process would die of it.
 */
const UNDER_WAY = 15;

/** Appends through a client of its own, which it may cut off without harm to readers. */
export class Appender {
  private readonly slots = new Slots(UNDER_WAY);

  /** @param deadlineMs bounds the wait, for the client leaves an unanswered append pending for ever. */
  constructor(
    private readonly client: EventStoreDBClient,
    private readonly deadlineMs: number,
  ) {}

  /** @see EventStore.append */
  async append(stream: string, events: NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    const deadline = Date.now() + this.deadlineMs;
    try {
      const result = await this.slots.run(() => this.send(stream, events, expected, deadline));
      // A connection string can switch the client's throwing off; its revision is then wrong.
      if (!result.success) throw new WrongRevisionError(stream);
      const position = result.position?.commit ?? (await endOfLog(this.client, this.deadlineMs));
      return { revision: result.nextExpectedRevision, position };
    } catch (error) {
      throw translated(error, stream);
    }
  }

  private async send(
    stream: string,
    events: NewEvent[],
    expected: ExpectedRevision,
    deadline: number,
  ): Promise<AppendResult> {
    const left = deadline - Date.now();
    if (left <= 0) throw new DeadlineError();
    const options: AppendToStreamOptions = {
      expectedRevision: expected === 'no-stream' ? NO_STREAM : expected,
      deadline: left,
    };
    try {
      return await withDeadline(this.client.appendToStream(stream, events.map(toEventData), options), deadline);
    } catch (error) {
      // What goes unanswered would still take its place in the client's queue.
      if (error instanceof DeadlineError) void this.client.dispose();
      throw error;
    }
  }
}

const toEventData = ({ id, type, data, metadata }: NewEvent) =>
  jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...metadata } });
