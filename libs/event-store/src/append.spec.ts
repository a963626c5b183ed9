import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type AppendResult, type EventStoreDBClient } from '@eventstore/db-client';
import { setTimeout as delay } from 'node:timers/promises';
import { Appender } from './append.js';
import { UnavailableError } from './event-store.js';

const DONE: AppendResult = { success: true, nextExpectedRevision: 0n, position: { commit: 7n, prepare: 7n } };

/** A client that answers appends when told to, and counts what it is asked. */
class HeldClient {
  sent = 0;
  unanswered = 0;
  most = 0;
  disposals = 0;
  private readonly answers: (() => void)[] = [];

  appendToStream(): Promise<AppendResult> {
    this.sent += 1;
    this.unanswered += 1;
    this.most = Math.max(this.most, this.unanswered);
    return new Promise((resolve) =>
      this.answers.push(() => {
        this.unanswered -= 1;
        resolve(DONE);
      }),
    );
  }

  async answerAll(): Promise<void> {
    for (let answer = this.answers.shift(); answer; answer = this.answers.shift()) {
      answer();
      await delay();
    }
  }

  async dispose(): Promise<void> {
    this.disposals += 1;
  }
}

const appenderOn = (client: HeldClient, deadlineMs: number) =>
  new Appender(client as unknown as EventStoreDBClient, deadlineMs);

describe('an appender', () => {
  afterEach(() => void jest.useRealTimers());

  it('never has so many appends under way that the client would queue them', async () => {
    const client = new HeldClient();
    const appender = appenderOn(client, 10_000);
    const appends = Array.from({ length: 100 }, () => appender.append('thing-1', [], 'no-stream'));
    await client.answerAll();
    expect(await Promise.all(appends)).toHaveLength(100);
    expect(client.most).toBe(15);
  });

  it('cuts a silent connection off, and does not send what has waited too long', async () => {
    // On the real clock the later appends may have a millisecond more than the first, and be sent in it.
    jest.useFakeTimers();
    const client = new HeldClient();
    const appender = appenderOn(client, 50);
    const appends = Array.from({ length: 40 }, () => appender.append('thing-1', [], 'no-stream'));
    const outcomes = Promise.allSettled(appends);
    await jest.advanceTimersByTimeAsync(50);
    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(UnavailableError) });
    expect(client.sent).toBe(15);
    expect(client.disposals).toBe(15);
  });
});
