import { type Decider, fold } from './decider.js';
import { type DomainEvent } from './event.js';
import { Refusal } from './refusal.js';

/** What a command led to: events, or the code of the refusal. */
export type Outcome<Event> = Event[] | { refused: string; field?: string };

/**
 * Reads as given / when / then: `given(decider, ...events).when(command)` is compared with `toEqual`.
 * The history's events have the ids `event-0`, `event-1`, …
 */
export const given = <Command, State, Event extends DomainEvent>(
  decider: Decider<Command, State, Event>,
  ...history: Event[]
) => ({
  when(command: Command): Outcome<Event> {
    const recorded = history.map((event, index) => ({ ...event, id: `event-${index}` }));
    try {
      return decider.decide(command, fold(decider, recorded));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.field === undefined ? { refused: error.code } : { refused: error.code, field: error.field };
    }
  },
});
