import { EventEmitter, once } from 'node:events';
import { type EventStore, type Followed, UnavailableError } from '#libs/event-store';
import { type StoredEvent } from '#libs/eventsourcing';
import { Log } from './log.js';

/** What a follower is put through. */
export interface Script {
  /** How often an event is delivered; asked anew for each. */
  readonly deliveries?: () => number;
  /** The subscription breaks after so many deliveries, each time. */
  readonly breakAfter?: number;
}

/** A log of made-up events whose subscriptions misbehave as scripted; for what a real store does only once in a while. */
export class ScriptedStore implements EventStore {
  readonly events: StoredEvent[] = [];
  /** Where every subscription began. */
  readonly begun: (bigint | undefined)[] = [];
  private readonly log = new Log();
  private readonly news = new EventEmitter();
  private passed = 0n;

  constructor(readonly script: Script = {}) {}

  /** Appends `count` events, spread over seven streams. */
  grow(count: number): this {
    for (let made = 0; made < count; made += 1) {
      const number = this.events.length;
      this.events.push(this.log.append(`thing-${number % 7}`, { type: `Happened${number % 3}`, data: { number } }));
    }
    this.news.emit('news');
    return this;
  }

  /** The log goes on without anything that a follower sees. */
  pass(position: bigint): void {
    this.passed = position;
    this.news.emit('news');
  }

  async *follow(position: bigint | undefined, signal: AbortSignal): AsyncGenerator<Followed> {
    this.begun.push(position);
    let left = this.script.breakAfter ?? Infinity;
    let next = this.events.findIndex((event) => event.position > (position ?? -1n));
    if (next < 0) next = this.events.length;
    let passed = 0n;
    while (!signal.aborted) {
      for (; next < this.events.length; next += 1) {
        for (let due = this.script.deliveries?.() ?? 1; due > 0; due -= 1) {
          if (left-- <= 0) throw new UnavailableError(new Error('scripted'));
          yield { kind: 'event', event: this.events[next]! };
        }
      }
      yield { kind: 'caught-up' };
      if (this.passed > passed) yield { kind: 'passed', position: (passed = this.passed) };
      // What came while the consumer was busy is not waited for again.
      if (next < this.events.length || this.passed > passed) continue;
      await once(this.news, 'news', { signal }).catch(() => undefined);
    }
  }

  end(): Promise<bigint> {
    return Promise.resolve(this.events.at(-1)?.position ?? 0n);
  }

  append(): never {
    throw new Error('a scripted store grows by itself');
  }

  async *readStream(stream: string, fromRevision = 0n): AsyncGenerator<StoredEvent> {
    await Promise.resolve();
    yield* this.events.filter((event) => event.stream === stream && event.revision >= fromRevision);
  }

  async close(): Promise<void> {}
}
