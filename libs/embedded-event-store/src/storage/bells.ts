/** Wakes one waiter, once for any number of rings since it last woke; a ring before the wait is not lost. */
export class Bell {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  async next(): Promise<void> {
    if (!this.rung) await new Promise<void>((resolve) => (this.wake = resolve));
    this.rung = false;
    this.wake = undefined;
  }
}

/** The bells of those who wait for any event, or for events of one stream. */
export class Bells {
  private readonly all = new Set<Bell>();
  private readonly byStream = new Map<string, Set<Bell>>();

  /** Rings `bell` at each commit from now on, or only at those that touch `stream`. Yields the way to end that. */
  hang(bell: Bell, stream?: string): () => void {
    if (stream === undefined) {
      this.all.add(bell);
      return () => void this.all.delete(bell);
    }
    const bells = this.byStream.get(stream) ?? new Set<Bell>();
    this.byStream.set(stream, bells.add(bell));
    return () => {
      bells.delete(bell);
      if (bells.size === 0) this.byStream.delete(stream);
    };
  }

  /** Rings for a commit that touched `streams`. */
  ring(streams: Iterable<string>): void {
    for (const bell of this.all) bell.ring();
    for (const stream of streams) this.byStream.get(stream)?.forEach((bell) => bell.ring());
  }

  /** Rings every bell: anything may have changed. */
  ringAll(): void {
    this.ring(this.byStream.keys());
  }
}
