import pg from 'pg';
import type { Append, Committed, WriteOutcome } from './append-group.js';
import { Bells } from './bells.js';
import type { Deletion } from './delete-stream.js';
import { type LoggedEvent, metastreamOf } from './events.js';
import type { Log } from './log.js';
import { type Direction, Reader, type StreamPage } from './reader.js';
import { withSessionSettings } from './sessions.js';
import { Tail } from './tail.js';
import { type QueuedOutcome, WriteQueue } from './write-queue.js';
import { WriterSession } from './writer-session.js';

const READ_CONNECTIONS = 8;

/** The log: written by one session, read by many, in memory at its newest end. */
export class EventLog implements Log {
  readonly bells = new Bells();
  private readonly queue: WriteQueue;
  private readonly reader: Reader;
  private readonly tail: Tail;
  private reopening: Promise<WriterSession> | undefined;

  private constructor(
    private readonly databaseUrl: string,
    private session: WriterSession,
    private readonly pool: pg.Pool,
  ) {
    this.tail = new Tail(session.head);
    this.reader = new Reader(pool);
    this.queue = new WriteQueue({
      appendGroup: (appends, created) => this.appendGroup(appends, created),
      deleteStream: (deletion, created) => this.deleteStream(deletion, created),
    });
  }

  /** Throws a sentence when the database is not durable or already has a store. */
  static async open(databaseUrl: string): Promise<EventLog> {
    const session = await WriterSession.open(databaseUrl);
    const pool = new pg.Pool({
      connectionString: withSessionSettings(databaseUrl),
      max: READ_CONNECTIONS,
      application_name: 'event-store reader',
    });
    // A reader's idle connection that breaks is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined);
    return new EventLog(databaseUrl, session, pool);
  }

  get head(): bigint {
    return this.tail.headPosition;
  }

  get backlogBytes(): number {
    return this.queue.backlogBytes;
  }

  append(append: Append, deadline?: number): Promise<QueuedOutcome> {
    return this.queue.write({ append }, deadline);
  }

  delete(deletion: Deletion, deadline?: number): Promise<QueuedOutcome> {
    return this.queue.write({ deletion }, deadline);
  }

  async readAll(direction: Direction, from: bigint, limit: number): Promise<LoggedEvent[]> {
    const recent = direction === 'forwards' ? this.tail.after(from, limit) : undefined;
    return recent ?? (await this.reader.readAll(direction, from, limit));
  }

  readStream(stream: string, direction: Direction, from: bigint, limit: number, retained = true): Promise<StreamPage> {
    return this.reader.readStream(stream, direction, from, limit, retained);
  }

  async close(): Promise<void> {
    await this.queue.drained();
    await Promise.all([this.session.close(), this.pool.end()]);
  }

  private async appendGroup(appends: readonly Append[], created: bigint): Promise<Committed> {
    const committed = await this.inSession((session) => session.appendGroup(appends, created));
    const { outcomes, head } = committed;
    const events = appends.flatMap((append, index) => eventsOf(append, outcomes[index], created.toString()));
    if (head === this.head + BigInt(events.length)) {
      this.tail.push(events);
      this.bells.ring(new Set(events.map((event) => event.stream)));
    } else {
      // The function wrote events of its own, such as a revived stream's metadata.
      this.advance(
        head,
        appends.map((append) => append.stream),
      );
    }
    return committed;
  }

  private async deleteStream(deletion: Deletion, created: bigint): Promise<Committed> {
    const committed = await this.inSession((session) => session.deleteStream(deletion, created));
    if (committed.head !== this.head) this.advance(committed.head, [deletion.stream]);
    return committed;
  }

  private advance(head: bigint, streams: readonly string[]): void {
    this.tail.reset(head);
    this.bells.ring(new Set(streams.flatMap((stream) => [stream, metastreamOf(stream)])));
  }

  private async inSession<T>(write: (session: WriterSession) => Promise<T>): Promise<T> {
    const session = this.session.isLost ? await this.reopen() : this.session;
    try {
      return await write(session);
    } catch (error) {
      // What was in flight when the connection broke may have been committed, so readers must not wait for a write.
      if (session.isLost) void this.reopen().catch(() => undefined);
      throw error;
    }
  }

  private reopen(): Promise<WriterSession> {
    this.reopening ??= WriterSession.open(this.databaseUrl)
      .then((session) => {
        this.session = session;
        this.tail.reset(session.head);
        this.bells.ringAll();
        return session;
      })
      .finally(() => (this.reopening = undefined));
    return this.reopening;
  }
}

function eventsOf(append: Append, outcome: WriteOutcome | undefined, created: string): LoggedEvent[] {
  if (outcome?.kind !== 'appended') return [];
  const { position, revision } = outcome;
  const last = append.events.length - 1;
  return append.events.map((event, index) => ({
    ...event,
    created,
    stream: append.stream,
    position: position - BigInt(last - index),
    revision: revision - BigInt(last - index),
  }));
}
