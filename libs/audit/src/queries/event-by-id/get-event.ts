import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { type EventMetadata, refuseUnless } from '#libs/eventsourcing';
import { selectRows } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { AuditEntryRow } from '../../projections/audit-trail/audit-entry.entity.js';

/** One event as the event store holds it, with its ordinal in the log. */
export interface RecordedFact {
  readonly eventId: string;
  readonly seq: string;
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly data: object;
  readonly metadata: EventMetadata;
}

/** `visibleUnit` hides other units' events. */
export class GetEvent extends Query<RecordedFact> {
  constructor(
    readonly id: string,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Where every receipt ends: the audit trail says where the event stands, the event store what it says. */
@QueryHandler(GetEvent)
export class GetEventHandler implements IQueryHandler<GetEvent> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal EVENT.UNKNOWN, also for an event that the asker may not see. */
  async execute({ id, visibleUnit }: GetEvent): Promise<RecordedFact> {
    const known = 'event_id = $1 and ($2::text is null or unit = $2) order by seq limit 1';
    const [entry] = await selectRows(this.sql, AuditEntryRow, known, id, visibleUnit);
    refuseUnless(entry, 'not-found', 'EVENT.UNKNOWN', '没有这个事件');
    const { seq, stream } = entry;
    const [event] = await Array.fromAsync(this.store.readStream(stream, BigInt(entry.revision), 1));
    if (!event) throw new Error(`the log has no event ${entry.revision} of ${stream}`);
    const { type, position, revision, recordedAt } = event;
    const { data, metadata } = event.asStored ?? event;
    return {
      eventId: event.id,
      seq,
      position: String(position),
      stream,
      revision: String(revision),
      type,
      recordedAt: recordedAt.toISOString(),
      data,
      metadata,
    };
  }
}
