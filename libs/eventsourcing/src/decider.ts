import { type DomainEvent } from './event.js';

/** An event with the id under which it is stored, so that later events can name it. */
export type Recorded<Event extends DomainEvent> = Event & { readonly id: string };

/**
 * The rules of one kind of stream, as plain functions: no clock, no random, no I/O.
 * `decide` answers a command with events or throws a `Refusal`; `evolve` never refuses: what is in the log happened.
 */
export interface Decider<Command, State, Event extends DomainEvent> {
  readonly initialState: State;
  decide(this: void, command: Command, state: State): Event[];
  evolve(this: void, state: State, event: Recorded<Event>): State;
}

/** The state that a history leaves. */
export const fold = <State, Event extends DomainEvent>(
  decider: Pick<Decider<never, State, Event>, 'initialState' | 'evolve'>,
  events: Iterable<Recorded<Event>>,
): State => {
  let state = decider.initialState;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
