/** What a program answers to a task: its result, or why there is none. */
export type Reply<Result> = { readonly result: Result } | { readonly error: string };

/**
 * Makes this process a program of a benchmark: it does the tasks that it is sent, and ends when the benchmark lets go of
 * it or dies. A Ctrl-C reaches both; the benchmark decides what becomes of it.
 */
export function runAsProgram<Task, Result>(
  work: (task: Task) => Promise<Result>,
  release: () => Promise<void> = () => Promise.resolve(),
): void {
  const reply = (answer: Reply<Result>): void => void (process.connected && process.send?.(answer));
  process.on('message', (task: Task) => {
    work(task).then(
      (result) => reply({ result }),
      (error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => void release().finally(() => process.exit()));
}
