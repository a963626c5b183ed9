const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Part {
  readonly databaseEnded?: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Waits for Ctrl-C, a request to end, or the death of the embedded database, then stops the part; a second Ctrl-C does
 * not wait for that.
 */
export async function untilStopped(part: Part): Promise<void> {
  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve('asked'));
  });
  const broken = part.databaseEnded?.then(() => 'broken' as const);
  if ((await Promise.race(broken ? [asked, broken] : [asked])) === 'broken') {
    console.error('内嵌数据库意外停止，台账随之停止；已确认的数据完好，请重新启动');
    process.exitCode = 1;
  }
  process.once('SIGINT', () => process.exit(130));
  await part.stop();
}
