/** Time is up. */
export class DeadlineError extends Error {
  constructor() {
    super('no answer in time');
    this.name = 'DeadlineError';
  }
}

/**
 * The work's outcome, if it comes before `deadline` (as `Date.now()` counts); the work itself can't be called back and
 * may still succeed.
 * @throws DeadlineError when time is up.
 */
export const withDeadline = <T>(work: Promise<T>, deadline: number): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeadlineError()), deadline - Date.now());
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
