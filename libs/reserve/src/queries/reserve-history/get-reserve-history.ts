import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { fold, refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, type HistoryRequest, happenedBy, historyEntries, knownEvents } from '#libs/histories';
import { unitNames } from '#libs/units';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { reserveDecider } from '../../domain/reserve.decider.js';
import { type ReserveEvent, reserveStream } from '../../domain/reserve.events.js';
import { RESERVE_TITLES } from '../../domain/titles.js';
import { type ShownEntry, shownEntry } from '../shown-entry.js';

/** An entry's events in the order in which they became known, and what it was at the end of the day `on`. */
export interface ReserveHistory {
  readonly id: string;
  readonly on: Day;
  readonly entries: HistoryEntry<ReserveEvent>[];
  /** Null when nothing was planned by that day, or known of. */
  readonly state: ShownEntry | null;
}

/** `visibleUnit` hides other units' entries. */
export class GetReserveHistory extends Query<Dated<ReserveHistory>> {
  constructor(
    readonly id: string,
    readonly request: HistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetReserveHistory)
export class GetReserveHistoryHandler implements IQueryHandler<GetReserveHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal RESERVE.UNKNOWN, also for one that the asker may not see; AS_OF.UNKNOWN */
  async execute({ id, request, visibleUnit }: GetReserveHistory): Promise<Dated<ReserveHistory>> {
    const { on = dayOf(new Date()) } = request;
    const { asOf, all, known } = await knownEvents<ReserveEvent>(this.sql, this.store, reserveStream(id), request.asOf);
    const now = fold(reserveDecider, all);
    const visible = now && (visibleUnit === undefined || visibleUnit === now.unit);
    refuseUnless(visible, 'not-found', 'RESERVE.UNKNOWN', '没有这个储备项目');

    const counting = happenedBy(known, on);
    const entry = fold(reserveDecider, counting);
    const unitOf = await unitNames(this.sql, entry ? [entry.unit] : [], { on, asOf: asOf.seq });
    const revision = String(counting.at(-1)?.revision);
    return {
      id,
      on,
      entries: await historyEntries(this.sql, known, RESERVE_TITLES, asOf.seq),
      state: entry ? shownEntry({ id, entry, revision }, on, unitOf) : null,
      asOf: shownAsOf(asOf),
    };
  }
}
