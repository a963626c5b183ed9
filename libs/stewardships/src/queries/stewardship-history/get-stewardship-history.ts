import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { fold, refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, type HistoryRequest, historyEntries, knownEvents } from '#libs/histories';
import { type UnitCode } from '#libs/values';
import { STEWARDSHIP_TITLES } from '../../domain/titles.js';
import { stewardshipDecider } from '../../domain/stewardship.decider.js';
import { type StewardshipEvent, stewardshipStream } from '../../domain/stewardship.events.js';

/** Everything recorded of who looks after one enterprise, park or district, in the order in which it became known. */
export interface StewardshipHistory {
  readonly id: string;
  readonly entries: HistoryEntry<StewardshipEvent>[];
}

/** `visibleUnit` hides what other units answer for. */
export class GetStewardshipHistory extends Query<Dated<StewardshipHistory>> {
  constructor(
    readonly id: string,
    readonly request: HistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetStewardshipHistory)
export class GetStewardshipHistoryHandler implements IQueryHandler<GetStewardshipHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal STEWARDSHIP.UNKNOWN, also for one that the asker may not see; AS_OF.UNKNOWN */
  async execute({ id, request, visibleUnit }: GetStewardshipHistory): Promise<Dated<StewardshipHistory>> {
    const stream = stewardshipStream(id);
    const { asOf, all, known } = await knownEvents<StewardshipEvent>(this.sql, this.store, stream, request.asOf);
    const stewardship = fold(stewardshipDecider, all);
    const visible = stewardship && (visibleUnit === undefined || visibleUnit === stewardship.unit);
    refuseUnless(visible, 'not-found', 'STEWARDSHIP.UNKNOWN', '没有领导挂钩记录');
    const entries = await historyEntries(this.sql, known, STEWARDSHIP_TITLES, asOf.seq);
    return { id, entries, asOf: shownAsOf(asOf) };
  }
}
