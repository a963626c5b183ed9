import { type DomainEvent } from './event.js';
import { UnknownTypeError } from './unknown-type.js';

/** An event with the id under which it is stored, so that later events can name it. */
export type Recorded<Event extends DomainEvent> = Event & { readonly id: string };

/**
 * The rules of one kind of stream, as plain functions: no clock, no random, no I/O.
 * `decide` answers a command with events or throws a `Refusal`; `evolve` never refuses: what is in the log happened.
 */
export interface Decider<Command, State, Event extends DomainEvent> {
  /** By wire name, the types of event that its streams have; one that isn't here was written by a later build. */
  readonly knows: Readonly<Record<Event['type'], unknown>>;
  readonly initialState: State;
  decide(this: void, command: Command, state: State): Event[];
  evolve(this: void, state: State, event: Recorded<Event>): State;
}

/** What folding takes of a decider. */
export type Folding<State, Event extends DomainEvent> = Pick<
  Decider<never, State, Event>,
  'knows' | 'initialState' | 'evolve'
>;

/** The state after one more event. @throws UnknownTypeError for what only a later build can tell the meaning of. */
export function evolved<State, Event extends DomainEvent>(
  decider: Folding<State, Event>,
  state: State,
  event: Recorded<Event>,
): State {
  if (!Object.hasOwn(decider.knows, event.type)) throw new UnknownTypeError(event.type);
  return decider.evolve(state, event);
}

/** The state that a history leaves. @throws UnknownTypeError */
export const fold = <State, Event extends DomainEvent>(
  decider: Folding<State, Event>,
  events: Iterable<Recorded<Event>>,
): State => {
  let state = decider.initialState;
  for (const event of events) state = evolved(decider, state, event);
  return state;
};
