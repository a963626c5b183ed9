import { type Source, type StoredEvent } from '#libs/eventsourcing';
import { type NamedUnit, type UnitNaming } from '#libs/units';
import { type Day } from '#libs/values';
import { type ProjectEvent } from '../../domain/project.events.js';
import { TITLES } from './titles.js';
import { type Void } from './voids.js';

/** One fact of a project's history: who recorded it, when, on whose word, and what it says. */
export interface HistoryEntry {
  readonly revision: string;
  /** The event's ordinal in the log; null until the projector has numbered it. */
  readonly seq: string | null;
  readonly eventId: string;
  readonly type: ProjectEvent['type'];
  readonly title: string;
  /** The business day on which it happened. */
  readonly occurredOn: Day;
  /** When it became known. */
  readonly recordedAt: string;
  readonly actor: string;
  readonly actingUnit: NamedUnit;
  readonly role: string;
  readonly approvedBy?: string;
  readonly source: Source;
  readonly data: object;
  /** The event by which this one is void, as far as known then. */
  readonly voidedBy?: string;
  /** The event that says it anew, as far as known then. */
  readonly correctedBy?: string;
}

/** An event as a line of the history. */
export function entryOf(
  event: StoredEvent<ProjectEvent>,
  seq: bigint | undefined,
  undone: Void | undefined,
  unitOf: UnitNaming,
): HistoryEntry {
  const { actor, actingUnit, role, approvedBy, source } = event.metadata;
  return {
    revision: String(event.revision),
    seq: seq === undefined ? null : String(seq),
    eventId: event.id,
    type: event.type,
    title: TITLES[event.type],
    occurredOn: event.data.occurredOn,
    recordedAt: event.recordedAt.toISOString(),
    actor,
    actingUnit: unitOf(actingUnit, event.data.occurredOn),
    role,
    approvedBy,
    source,
    data: event.data,
    ...(undone?.how === 'voided' && { voidedBy: undone.by }),
    ...(undone?.how === 'corrected' && { correctedBy: undone.by }),
  };
}
