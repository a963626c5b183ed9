import { setTimeout as delay } from 'node:timers/promises';

const FIRST_MS = 100;
const LONGEST_MS = 10_000;

/** Pauses between tries: doubling to ten seconds, scattered so that many processes don't come back at once. */
export class Backoff {
  private failures = 0;

  /** Resolves after the next pause, or as soon as `signal` aborts. */
  async pause(signal: AbortSignal): Promise<void> {
    const longest = Math.min(FIRST_MS * 2 ** this.failures++, LONGEST_MS);
    await delay(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
  }

  /** Begins anew: something worked. */
  reset(): void {
    this.failures = 0;
  }
}
