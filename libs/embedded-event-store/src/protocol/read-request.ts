import type { Direction } from '../storage/reader.js';
import { MAX_REVISION } from '../storage/revisions.js';
import { invalidArgument } from './errors.js';
import { type EventFilter, eventFilter } from './event-filter.js';
import { streamName } from './proposals.js';
import { streams, type StreamsMessages } from './stubs.js';

type Options = StreamsMessages.ReadReq.Options;

/** Where reading begins: an end of the log or stream, or a position or revision in it. */
export type Start = 'start' | 'end' | bigint;

/** What a Read call asks for. */
export interface ReadRequest {
  /** Undefined: `$all`. */
  readonly stream: string | undefined;
  readonly from: Start;
  readonly direction: Direction;
  /** Greatest number of events, or 'live' for a subscription. */
  readonly count: bigint | 'live';
  /** Undefined: every event. */
  readonly filter: EventFilter | undefined;
  readonly resolveLinks: boolean;
}

/** Throws ProtocolError when the request contradicts itself. */
export function readRequest(message: StreamsMessages.ReadReq): ReadRequest {
  const options = message.getOptions();
  if (options === undefined) throw invalidArgument('The read request has no options.');
  const request: ReadRequest = {
    ...target(options),
    direction:
      options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS ? 'backwards' : 'forwards',
    count: options.hasSubscription() ? 'live' : BigInt.asUintN(64, BigInt(options.getCount())),
    filter: eventFilter(options.getFilter()),
    resolveLinks: options.getResolveLinks(),
  };
  if (request.filter !== undefined && request.stream !== undefined) {
    throw invalidArgument('A filter applies to $all only, not to a stream.');
  }
  if (request.count === 'live' && request.direction === 'backwards') {
    throw invalidArgument('A subscription runs forwards only.');
  }
  return request;
}

function target(options: Options): Pick<ReadRequest, 'stream' | 'from'> {
  const stream = options.getStream();
  if (stream !== undefined) {
    const revision = stream.hasRevision() ? stream.getRevision() : undefined;
    return { stream: streamName(stream.getStreamIdentifier()), from: start(stream, revision) };
  }
  const all = options.getAll();
  if (all === undefined) throw invalidArgument('The read request names neither a stream nor $all.');
  return { stream: undefined, from: start(all, all.getPosition()?.getCommitPosition()) };
}

function start(options: { hasStart(): boolean; hasEnd(): boolean }, place: string | undefined): Start {
  if (options.hasStart()) return 'start';
  if (options.hasEnd()) return 'end';
  if (place === undefined) throw invalidArgument('The read request does not say where to start.');
  const exact = BigInt.asUintN(64, BigInt(place));
  return exact > MAX_REVISION ? 'end' : exact;
}
