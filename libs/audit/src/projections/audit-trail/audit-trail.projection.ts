import { type EventMetadata, type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { insertRows } from '#libs/read-models';
import { type UnitCode, isDay } from '#libs/values';
import { AUDIT_TRAIL, AuditEntryRow } from './audit-entry.entity.js';
import { contentOf, ownershipIn } from './owning-units.js';

/** Every event of the log by its seq: the index that turns days, event ids and stream revisions into seqs. */
export const auditTrailProjection: Projection = {
  ...AUDIT_TRAIL,
  entities: [AuditEntryRow],
  onPoison: 'park',

  async apply(events, sql) {
    const ownerOf = await ownershipIn(events, sql);
    const rows = events.map((event) => entryOf(event, ownerOf(event)));
    await insertRows(sql, AuditEntryRow, rows);
  },
};

function entryOf(event: SequencedEvent, unit: UnitCode | null): AuditEntryRow {
  const { actor, actingUnit, role, source }: Partial<EventMetadata> = event.metadata;
  const { occurredOn } = contentOf(event);
  return {
    seq: String(event.seq),
    position: String(event.position),
    eventId: event.id,
    stream: event.stream,
    revision: String(event.revision),
    type: event.type,
    unit,
    actor: actor ?? null,
    actingUnit: actingUnit ?? null,
    role: role ?? null,
    source: source ?? null,
    occurredOn: isDay(occurredOn) ? occurredOn : null,
    recordedAt: event.recordedAt,
  };
}
