import { UnavailableError } from './event-store.js';

/**
 * The work's outcome, if it comes within `ms` milliseconds; the work itself can't be called back and may still succeed.
 * @throws UnavailableError when time is up.
 */
export const withDeadline = <T>(work: Promise<T>, ms: number): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new UnavailableError(new Error(`no answer within ${ms} ms`))), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
