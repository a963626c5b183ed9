import { type AsOf, resolveAsOf, seqsOfStream } from '#libs/audit';
import { type Sql } from '#libs/database';
import { type EventStore } from '#libs/event-store';
import { type DomainEvent, type StoredEvent } from '#libs/eventsourcing';
import { type Day } from '#libs/values';

/** What happened on a business day. */
export type DatedEvent = DomainEvent<string, { readonly occurredOn: Day }>;

/** A stored event with its ordinal in the log; null until the projector has numbered it. */
export type Numbered<Event extends DomainEvent> = Event &
  Omit<StoredEvent, 'type' | 'data'> & { readonly seq: bigint | null };

/** A stream's events: all there are, and those that were known by an as-of. */
export interface KnownEvents<Event extends DomainEvent> {
  readonly asOf: AsOf;
  readonly all: readonly Numbered<Event>[];
  readonly known: readonly Numbered<Event>[];
}

/**
 * Reads the event store itself; the audit trail says which events were known by `asked` (a seq, a day, or the present).
 * @throws Refusal AS_OF.UNKNOWN
 */
export async function knownEvents<Event extends DomainEvent>(
  sql: Sql,
  store: EventStore,
  stream: string,
  asked: string | undefined,
): Promise<KnownEvents<Event>> {
  const asOf = await resolveAsOf(sql, asked);
  const stored = (await Array.fromAsync(store.readStream(stream))) as StoredEvent<Event>[];
  const seqs = await seqsOfStream(sql, stream);
  const all = stored.map((event) => ({ ...event, seq: seqs.get(event.revision) ?? null }) as Numbered<Event>);
  const known = asked === undefined ? all : all.filter(({ seq }) => seq !== null && seq <= asOf.seq);
  return { asOf, all, known };
}

/** Those that had happened by a business day; without one, all. */
export const happenedBy = <Event extends DatedEvent>(
  events: readonly Numbered<Event>[],
  on: Day | undefined,
): Numbered<Event>[] => events.filter(({ data }) => on === undefined || data.occurredOn <= on);
