import type { AllStreamSubscription, StreamSubscription } from '@eventstore/db-client';

type Signal = string | { readonly error: string };

/** A subscription whose signals are kept in the order in which they come. */
export class Following {
  /** `stream@revision` per event, `caughtUp`, or an error's type. */
  readonly signals: Signal[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(private readonly subscription: StreamSubscription | AllStreamSubscription) {
    subscription.on('confirmation', () => this.note('confirmed'));
    subscription.on('caughtUp', () => this.note('caughtUp'));
    subscription.on('error', (error: Error & { type?: string }) => this.note({ error: error.type ?? error.message }));
    (subscription as StreamSubscription).on('data', ({ event }) => this.note(`${event?.streamId}@${event?.revision}`));
  }

  /** Events alone, `stream@revision`. */
  get events(): Signal[] {
    return this.signals.filter((signal) => typeof signal === 'string' && signal.includes('@'));
  }

  /** Resolves when `condition` holds; rejects with what has come if it does not within 20 s. */
  async until(condition: (following: this) => boolean): Promise<void> {
    let overdue: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      const check = (): void => {
        if (condition(this)) resolve();
      };
      overdue = setTimeout(() => reject(new Error(`still waiting after ${JSON.stringify(this.signals)}`)), 20_000);
      this.waiting.add(check);
      check();
    }).finally(() => {
      clearTimeout(overdue);
      this.waiting.clear();
    });
  }

  stop(): Promise<void> {
    return this.subscription.unsubscribe();
  }

  private note(signal: Signal): void {
    this.signals.push(signal);
    this.waiting.forEach((check) => check());
  }
}
