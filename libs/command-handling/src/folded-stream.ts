import {
  type DomainEvent,
  type EventMetadata,
  type Folding,
  type Recorded,
  type StoredEvent,
  eventHash,
  evolved,
} from '#libs/eventsourcing';
import { type EventStore } from '#libs/event-store';
import { type Sha256 } from '#libs/values';

/** Where a command landed. */
export interface Landing {
  readonly commandHash: Sha256;
  readonly revision: bigint;
  readonly position: bigint;
}

/** What a stream's events leave: the decider's state, and what the next append needs to know. */
export interface FoldedStream<State> {
  readonly state: State;
  /** The last event's revision; -1 when there is none. */
  readonly revision: bigint;
  readonly lastHash?: Sha256;
  /** By command id. Streams are short, so every command is remembered: the log itself answers repeats. */
  readonly landings: ReadonlyMap<string, Landing>;
}

/** Reads and folds a stream; a missing one gives the initial state at revision -1. */
export const readFolded = <State, Event extends DomainEvent>(
  store: EventStore,
  stream: string,
  decider: Folding<State, Event>,
): Promise<FoldedStream<State>> =>
  catchUp(store, stream, decider, { state: decider.initialState, revision: -1n, landings: new Map() });

/**
 * Reads on from what is folded: a stream only ever grows. Whoever has lost a race on a long stream reads what the winner
 * wrote, not everything again. The commands remembered in `folded` are added to.
 * @throws UnknownTypeError, UnknownVersionError for what a later build has written.
 */
export async function catchUp<State, Event extends DomainEvent>(
  store: EventStore,
  stream: string,
  decider: Folding<State, Event>,
  folded: FoldedStream<State>,
): Promise<FoldedStream<State>> {
  let { state } = folded;
  let last: StoredEvent | undefined;
  const landings = folded.landings as Map<string, Landing>;
  for await (const event of store.readStream(stream, folded.revision + 1n)) {
    state = evolved(decider, state, event as unknown as Recorded<Event>);
    remember(landings, event.metadata, event.revision, event.position);
    last = event;
  }
  return last ? { state, revision: last.revision, lastHash: eventHash(last), landings } : folded;
}

/** Adds a command's landing; of several events by one command the last counts. */
export const remember = (
  landings: Map<string, Landing>,
  { commandId, commandHash }: EventMetadata,
  revision: bigint,
  position: bigint,
): void => void landings.set(commandId, { commandHash, revision, position });
