import { type Sql } from '#libs/database';
import { type SequencedEvent, isUnreadable } from '#libs/eventsourcing';
import { continuedStreams, tableOf } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { AuditEntryRow } from './audit-entry.entity.js';

/** Says of each event of a batch, taken in order, which unit it belongs to. */
export type Ownership = (event: SequencedEvent) => UnitCode | null;

/** An event belongs to the unit that it names, else to the unit of its stream's first event. */
export async function ownershipIn(batch: readonly SequencedEvent[], sql: Sql): Promise<Ownership> {
  const owners = await firstOwners(continuedStreams(batch), sql);
  return (event) => {
    const named = unitNamedIn(event);
    if (event.revision === 0n) owners.set(event.stream, named);
    return named ?? owners.get(event.stream) ?? null;
  };
}

async function firstOwners(streams: string[], sql: Sql): Promise<Map<string, UnitCode | null>> {
  if (streams.length === 0) return new Map();
  const rows = await sql.query<{ stream: string; unit: UnitCode | null }[]>(
    `select stream, unit from ${tableOf(AuditEntryRow).name} where stream = any($1) and revision = 0`,
    [streams],
  );
  return new Map(rows.map(({ stream, unit }) => [stream, unit]));
}

/** A unit's own registration names it by its code. */
function unitNamedIn(event: SequencedEvent): UnitCode | null {
  const { unit, code } = contentOf(event);
  const named = event.type === 'UnitRegistered' ? code : unit;
  return typeof named === 'string' ? named : null;
}

/**
 * What the trail shows of an event's data. Every event has its line, also one that only a later build can read: it is
 * never parked, so that what stands here stays, and the fields that all events share are taken as they are stored.
 */
export const contentOf = ({
  data,
  asStored,
}: SequencedEvent): { unit?: unknown; code?: unknown; occurredOn?: unknown } =>
  isUnreadable(data) ? (asStored?.data ?? {}) : data;
