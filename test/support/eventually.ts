import { setTimeout as delay } from 'node:timers/promises';

const LOOK_MS = 10;

/** Waits until `look` gives something true and hands it on. @throws Error after `timeoutMs`, with the last thing seen. */
export async function eventually<Seen>(look: () => Seen | Promise<Seen>, timeoutMs = 20_000): Promise<Seen> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`not so within ${timeoutMs} ms: ${look.toString()}`);
    await delay(LOOK_MS);
  }
}
