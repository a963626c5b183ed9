const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for Ctrl-C or a request to end, then stops the part; a second Ctrl-C does not wait for that. */
export async function untilStopped(part: { stop(): Promise<void> }): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve());
  });
  process.once('SIGINT', () => process.exit(130));
  await part.stop();
}
