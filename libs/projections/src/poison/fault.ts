import { UnavailableError, WrongRevisionError } from '#libs/event-store';

/**
 * SQLSTATE classes that say nothing against an event: connection, transaction state, serialisation and deadlock,
 * resources (a full disk among them), locks, intervention and timeouts, the operating system, the server itself.
 */
const NOT_THE_EVENTS = /^(08|25|40|53|55|57|58|XX)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const SYSTEM_ERROR = /^E[A-Z_]+$/;
/** What `pg` and TypeORM say without a code when a connection is gone. */
const CONNECTION_LOST = /connection|connected|timeout|queryrunner.*released|not queryable/i;

const codeOf = (error: Error): string | undefined => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
};

/** True when trying the same events again, on whatever connection, would fail again: the event or the code is at fault. */
export function isPoison(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof UnavailableError || error instanceof WrongRevisionError) return false;
  const code = codeOf(error);
  if (code === undefined) return !CONNECTION_LOST.test(error.message);
  return !SYSTEM_ERROR.test(code) && !(SQLSTATE.test(code) && NOT_THE_EVENTS.test(code));
}

/** Messages of these are written by the runtime or by us, and quote no value of an event. */
const TELLING = new Set([
  'TypeError',
  'ReferenceError',
  'UnknownTypeError',
  'UnknownVersionError',
  'TooManyParkedError',
]);

/** What went wrong in words that can be kept: no value of the event, which may be a person's. */
export function faultOf(error: Error): string {
  const { table, column, constraint } = error as { table?: string; column?: string; constraint?: string };
  const where = [table, column, constraint].filter((part) => part !== undefined).join('.');
  const what = TELLING.has(error.name) ? error.message : where;
  return [error.name, codeOf(error), what, placeOf(error)].filter(Boolean).join(' ').slice(0, 500);
}

/** The function and line of the product that threw. */
const placeOf = ({ stack }: Error): string =>
  /at (?:async )?([\w.<>]+) \(.*?((?:libs|apps)\/[^)]+)\)/
    .exec(stack ?? '')
    ?.slice(1)
    .join(' ') ?? '';
