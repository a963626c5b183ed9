import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { fold, refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, type HistoryRequest, historyEntries, knownEvents } from '#libs/histories';
import { type UnitCode } from '#libs/values';
import { VISIT_TITLES } from '../../domain/titles.js';
import { visitDecider } from '../../domain/visit.decider.js';
import { type VisitEvent, visitStream } from '../../domain/visit.events.js';

/** A visit's events in the order in which they became known. */
export interface VisitHistory {
  readonly id: string;
  readonly entries: HistoryEntry<VisitEvent>[];
}

/** `visibleUnit` hides other units' visits. */
export class GetVisitHistory extends Query<Dated<VisitHistory>> {
  constructor(
    readonly id: string,
    readonly request: HistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetVisitHistory)
export class GetVisitHistoryHandler implements IQueryHandler<GetVisitHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal VISIT.UNKNOWN, also for one that the asker may not see; AS_OF.UNKNOWN */
  async execute({ id, request, visibleUnit }: GetVisitHistory): Promise<Dated<VisitHistory>> {
    const { asOf, all, known } = await knownEvents<VisitEvent>(this.sql, this.store, visitStream(id), request.asOf);
    const visit = fold(visitDecider, all);
    const visible = visit && (visibleUnit === undefined || visibleUnit === visit.unit);
    refuseUnless(visible, 'not-found', 'VISIT.UNKNOWN', '没有这条外出（接待）记录');
    return { id, entries: await historyEntries(this.sql, known, VISIT_TITLES, asOf.seq), asOf: shownAsOf(asOf) };
  }
}
