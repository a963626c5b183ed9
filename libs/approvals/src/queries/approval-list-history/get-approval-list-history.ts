import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { type AsOfRequest } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { type HistoryEntry, historyEntries, knownEvents } from '#libs/histories';
import { APPROVAL_LIST_STREAM, type ApprovalListPublished } from '../../domain/approval-list.events.js';
import { APPROVAL_TITLES } from '../../domain/titles.js';

/** Every publication of the list of approvals, in the order in which it became known. */
export interface ApprovalListHistory {
  readonly entries: HistoryEntry<ApprovalListPublished>[];
}

export class GetApprovalListHistory extends Query<Dated<ApprovalListHistory>> {
  constructor(readonly request: AsOfRequest) {
    super();
  }
}

@QueryHandler(GetApprovalListHistory)
export class GetApprovalListHistoryHandler implements IQueryHandler<GetApprovalListHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal AS_OF.UNKNOWN */
  async execute({ request }: GetApprovalListHistory): Promise<Dated<ApprovalListHistory>> {
    const { asOf, known } = await knownEvents<ApprovalListPublished>(
      this.sql,
      this.store,
      APPROVAL_LIST_STREAM,
      request.asOf,
    );
    return { entries: await historyEntries(this.sql, known, APPROVAL_TITLES, asOf.seq), asOf: shownAsOf(asOf) };
  }
}
