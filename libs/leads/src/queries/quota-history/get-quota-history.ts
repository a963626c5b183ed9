import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { type AsOfRequest } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, historyEntries, knownEvents } from '#libs/histories';
import { type LeadQuotaEvent, quotaStream } from '../../domain/quota.events.js';
import { LEAD_TITLES } from '../../domain/titles.js';

/** Every word on a quota: set, set anew, ended, taken back. */
export interface QuotaHistory {
  readonly code: string;
  readonly entries: HistoryEntry<LeadQuotaEvent>[];
}

export class GetQuotaHistory extends Query<Dated<QuotaHistory>> {
  constructor(
    readonly code: string,
    readonly request: AsOfRequest,
  ) {
    super();
  }
}

@QueryHandler(GetQuotaHistory)
export class GetQuotaHistoryHandler implements IQueryHandler<GetQuotaHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal QUOTA.UNKNOWN, AS_OF.UNKNOWN */
  async execute({ code, request }: GetQuotaHistory): Promise<Dated<QuotaHistory>> {
    const stream = quotaStream(code);
    const { asOf, all, known } = await knownEvents<LeadQuotaEvent>(this.sql, this.store, stream, request.asOf);
    refuseUnless(all.length > 0, 'not-found', 'QUOTA.UNKNOWN', '没有这项线索任务');
    const entries = await historyEntries(this.sql, known, LEAD_TITLES, asOf.seq);
    return { code, entries, asOf: shownAsOf(asOf) };
  }
}
