import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, type HistoryRequest, historyEntries, knownEvents } from '#libs/histories';
import { projectSummaryOf } from '#libs/projects';
import { type UnitCode } from '#libs/values';
import { type ApprovalEvent, approvalStream } from '../../domain/approval.events.js';
import { APPROVAL_TITLES } from '../../domain/titles.js';

/** Every event of every attempt at an approval, in the order in which they became known. */
export interface ApprovalHistory {
  readonly id: string;
  readonly entries: HistoryEntry<ApprovalEvent>[];
}

/** `visibleUnit` hides what doesn't concern that unit. */
export class GetApprovalHistory extends Query<Dated<ApprovalHistory>> {
  constructor(
    readonly id: string,
    readonly request: HistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetApprovalHistory)
export class GetApprovalHistoryHandler implements IQueryHandler<GetApprovalHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal APPROVAL.UNKNOWN, also for one that the asker may not see; AS_OF.UNKNOWN */
  async execute({ id, request, visibleUnit }: GetApprovalHistory): Promise<Dated<ApprovalHistory>> {
    const { asOf, all, known } = await knownEvents<ApprovalEvent>(
      this.sql,
      this.store,
      approvalStream(id),
      request.asOf,
    );
    const visible = visibleUnit === undefined || (await this.concerns(visibleUnit, all));
    refuseUnless(all.length > 0 && visible, 'not-found', 'APPROVAL.UNKNOWN', '没有这项审批');
    return {
      id,
      entries: await historyEntries(this.sql, known, APPROVAL_TITLES, asOf.seq),
      asOf: shownAsOf(asOf),
    };
  }

  /** Whether the unit had to do with an attempt itself, or reads the project. */
  private async concerns(unit: UnitCode, events: readonly ApprovalEvent[]): Promise<boolean> {
    if (events.flatMap(unitsConcerned).includes(unit)) return true;
    const [request] = events.flatMap((event) => (event.type === 'ApprovalRequested' ? [event.data] : []));
    return request !== undefined && (await projectSummaryOf(this.sql, request.projectId, unit)) !== undefined;
  }
}

/** Who applied, whose place it is, who decides, who goes the errands. */
const unitsConcerned = ({ type, data }: ApprovalEvent): (UnitCode | undefined)[] =>
  type === 'ApprovalRequested' ? [data.unit, data.localUnit, data.department, data.agentUnit] : [];
