import { type Sql } from '#libs/database';
import { type Source } from '#libs/eventsourcing';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day } from '#libs/values';
import { type DatedEvent, type Numbered } from './known-events.query.js';

/** One event of a history: who recorded it, when, on whose word, and what it says. */
export interface HistoryEntry<Event extends DatedEvent = DatedEvent> {
  readonly revision: string;
  /** The event's ordinal in the log; null until the projector has numbered it. */
  readonly seq: string | null;
  readonly eventId: string;
  readonly type: Event['type'];
  readonly title: string;
  /** The business day on which it happened. */
  readonly occurredOn: Day;
  /** When it became known. */
  readonly recordedAt: string;
  readonly actor: string;
  /** By its name of that day. */
  readonly actingUnit: NamedUnit;
  readonly role: string;
  readonly approvedBy?: string;
  readonly source: Source;
  readonly data: Event['data'];
}

/** The titles of a module's events. */
export type TitlesOf<Event extends DatedEvent> = Readonly<Record<Event['type'], string>>;

/** Events as the lines of a history, named as was known at the seq `asOf`. */
export async function historyEntries<Event extends DatedEvent>(
  sql: Sql,
  events: readonly Numbered<Event>[],
  titles: TitlesOf<Event>,
  asOf: bigint,
): Promise<HistoryEntry<Event>[]> {
  const acting = events.map(({ metadata }) => metadata.actingUnit);
  const unitOf = await unitNames(sql, acting, { asOf });
  return events.map((event) => {
    const { type, data, metadata } = event as Numbered<DatedEvent>;
    const { actor, actingUnit, role, approvedBy, source } = metadata;
    return {
      revision: String(event.revision),
      seq: event.seq === null ? null : String(event.seq),
      eventId: event.id,
      type,
      title: titles[type as Event['type']],
      occurredOn: data.occurredOn,
      recordedAt: event.recordedAt.toISOString(),
      actor,
      actingUnit: unitOf(actingUnit, data.occurredOn),
      role,
      approvedBy,
      source,
      data,
    };
  });
}
