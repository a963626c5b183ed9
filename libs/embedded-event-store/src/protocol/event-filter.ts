import { invalidArgument } from './errors.js';
import type { StreamsMessages } from './stubs.js';

type FilterOptions = StreamsMessages.ReadReq.Options.FilterOptions;

// What a real server assumes when the client names no window.
const DEFAULT_SEARCH_WINDOW = 32;

/** Which events of `$all` a reader wants. */
export interface EventFilter {
  matches(event: { readonly stream: string; readonly type: string }): boolean;
  /** A subscription hears of its progress after each so many events, matching or not. */
  readonly checkpointInterval: number;
}

/** Throws ProtocolError on a pattern that is none, or an interval of zero. */
export function eventFilter(options: FilterOptions | undefined): EventFilter | undefined {
  if (options === undefined) return undefined;
  const subject = options.hasStreamIdentifier() ? 'stream' : 'type';
  const expression = options.getStreamIdentifier() ?? options.getEventType();
  if (expression === undefined) throw invalidArgument('The filter names neither streams nor event types.');
  const multiplier = options.getCheckpointintervalmultiplier();
  if (multiplier === 0) throw invalidArgument('The checkpoint interval of a filter must be greater than zero.');
  const matches = matcher(expression.getRegex(), expression.getPrefixList());
  return {
    matches: (event) => matches(event[subject]),
    checkpointInterval: multiplier * (options.hasMax() ? options.getMax() : DEFAULT_SEARCH_WINDOW),
  };
}

function matcher(regex: string, prefixes: readonly string[]): (text: string) => boolean {
  if (regex === '') return (text) => prefixes.some((prefix) => text.startsWith(prefix));
  let pattern: RegExp;
  try {
    pattern = new RegExp(regex);
  } catch {
    throw invalidArgument(`'${regex}' is not a regular expression.`);
  }
  return (text) => pattern.test(text);
}
