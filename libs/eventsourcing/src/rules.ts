import { type DomainEvent } from './event.js';

/** A command on a thing that exists: what is to happen, and what is said of it. */
export interface Said {
  readonly kind: string;
  readonly facts: object;
}

/** For each kind of command the rule that decides it, on the day that the command was given. @throws Refusal */
export type Rules<Command extends Said, State, Event extends DomainEvent> = {
  readonly [Kind in Command['kind']]: (
    state: State,
    facts: Extract<Command, { kind: Kind }>['facts'],
    today: string,
  ) => Event[];
};

/** Decides by the rule of the command's kind. */
export const ruled =
  <Command extends Said, State, Event extends DomainEvent>(rules: Rules<Command, State, Event>) =>
  ({ kind, facts, today }: Command & { readonly today: string }, state: State): Event[] => {
    // A rule and its facts go by the same kind, which the compiler can't follow through an index.
    const rule: (state: State, facts: never, today: string) => Event[] = rules[kind as Command['kind']];
    return rule(state, facts as never, today);
  };
