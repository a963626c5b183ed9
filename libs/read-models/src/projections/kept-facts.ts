import { Column, PrimaryColumn } from 'typeorm';
import { type Sql } from '#libs/database';
import { type DomainEvent, type Recorded, type SequencedEvent } from '#libs/eventsourcing';
import { insertRows, selectRows } from './rows.js';
import { type Entity } from './tables.js';

/**
 * An event as a read model keeps it, by what it is about: what a thing has come to is folded again from its facts where
 * that isn't in mind. To add a fact costs the same however many there are; a state would be written anew with each.
 */
export abstract class KeptFact {
  /** The id of what it is about. */
  @PrimaryColumn({ type: 'text' })
  subject: string;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'text' })
  type: string;

  /** Nothing searches inside, so it is text to Postgres. */
  @Column({ type: 'json' })
  data: object;
}

/** What is needed of an event to evolve by it. */
export type Fact = Recorded<DomainEvent> & Pick<SequencedEvent, 'seq'>;
type KeptEntity = Entity<KeptFact>;

/** What each of the subjects has come to, by its kept facts up to the seq `asOf`; one without any is missing. One query. */
export async function foldKept<State>(
  sql: Sql,
  entity: KeptEntity,
  subjects: readonly string[],
  evolve: (state: State | undefined, fact: Fact) => State | undefined,
  asOf?: bigint,
): Promise<Map<string, State>> {
  const folded = new Map<string, State>();
  if (subjects.length === 0) return folded;
  for (const { subject, seq, eventId: id, type, data } of await selectRows(
    sql,
    entity,
    'subject = any($1) and ($2::bigint is null or seq <= $2) order by seq',
    subjects,
    asOf,
  )) {
    const state = evolve(folded.get(subject), { id, type, data, seq: BigInt(seq) });
    if (state !== undefined) folded.set(subject, state);
  }
  return folded;
}

/** An event to be kept, and what it is about. */
export interface ToKeep extends Fact {
  readonly subject: string;
}

/** Keeps facts with one statement. */
export const keepFacts = (sql: Sql, entity: KeptEntity, facts: readonly ToKeep[]): Promise<void> =>
  insertRows(
    sql,
    entity,
    facts.map(({ subject, seq, id: eventId, type, data }) => ({ subject, seq: String(seq), eventId, type, data })),
  );
