import { type DomainEvent, type SequencedEvent } from '#libs/eventsourcing';
import { type Books } from '../books.js';

/** What one type of event enters in the books. A rule reads nothing but the event and the books. */
export type Rule<Event extends DomainEvent = DomainEvent> = (event: SequencedEvent<Event>, books: Books) => void;

/** The rules of a module, by its events' wire names. */
export type RulesOf<Event extends DomainEvent> = {
  readonly [Type in Event['type']]?: Rule<Extract<Event, { type: Type }>>;
};
