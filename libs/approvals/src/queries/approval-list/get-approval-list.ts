import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { fold } from '#libs/eventsourcing';
import { type HistoryEntry, historyEntries, knownEvents } from '#libs/histories';
import { type NamedUnit } from '#libs/units';
import { type Day, dayOf } from '#libs/values';
import { approvalListDecider } from '../../domain/approval-list.decider.js';
import {
  APPROVAL_LIST_STREAM,
  type ApprovalList,
  type ApprovalListPublished,
  type ListedItem,
  approvalListOn,
} from '../../domain/approval-list.events.js';
import { approvalName } from '../../domain/approval.kinds.js';
import { APPROVAL_TITLES } from '../../domain/titles.js';

export class ApprovalListRequest extends AsOfRequest {
  @DayField('业务日：该日施行的是第几版，默认今天', { optional: true }) on?: Day;
}

/** A version, each item by the name that people read, and who published it when. */
export interface PublishedList extends ApprovalList {
  readonly items: readonly (ListedItem & { readonly name: string })[];
  readonly publishedOn: Day;
  readonly publishedBy: NamedUnit;
  readonly actor: string;
  readonly eventId: string;
}

/** Every version that was published, the oldest first; `inForce` is the one of the day `on`, absent where none is. */
export interface PublishedLists {
  readonly on: Day;
  readonly inForce?: number;
  readonly versions: readonly PublishedList[];
}

/** The list of approvals (清单制, features.md P3): what approvals take, and what may be handed in after acceptance. */
export class GetApprovalList extends Query<Dated<PublishedLists>> {
  constructor(readonly request: ApprovalListRequest) {
    super();
  }
}

@QueryHandler(GetApprovalList)
export class GetApprovalListHandler implements IQueryHandler<GetApprovalList> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal AS_OF.UNKNOWN */
  async execute({ request }: GetApprovalList): Promise<Dated<PublishedLists>> {
    const { on = dayOf(new Date()) } = request;
    const { asOf, known } = await knownEvents<ApprovalListPublished>(
      this.sql,
      this.store,
      APPROVAL_LIST_STREAM,
      request.asOf,
    );
    const entries = await historyEntries(this.sql, known, APPROVAL_TITLES, asOf.seq);
    const inForce = approvalListOn(fold(approvalListDecider, known), on)?.version;
    return { on, inForce, versions: entries.map(publishedList), asOf: shownAsOf(asOf) };
  }
}

function publishedList({ data, occurredOn, actingUnit, actor, eventId }: HistoryEntry<ApprovalListPublished>) {
  const { version, from, items } = data;
  const named = items.map((item) => ({ ...item, name: approvalName(item.kind, item.paper) }));
  return { version, from, items: named, publishedOn: occurredOn, publishedBy: actingUnit, actor, eventId };
}
