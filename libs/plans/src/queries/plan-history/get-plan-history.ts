import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { EVENT_STORE, type EventStore } from '#libs/event-store';
import { refuseUnless } from '#libs/eventsourcing';
import { type HistoryEntry, type HistoryRequest, historyEntries, knownEvents } from '#libs/histories';
import { projectSummaryOf } from '#libs/projects';
import { type UnitCode } from '#libs/values';
import { type PlanEvent, planStream } from '../../domain/plan.events.js';
import { PLAN_TITLES } from '../../domain/titles.js';

/** Every event of a project's plans, in the order in which they became known; none when it was never planned. */
export interface PlanHistory {
  readonly id: string;
  readonly entries: HistoryEntry<PlanEvent>[];
}

/** `visibleUnit` hides other units' projects. */
export class GetPlanHistory extends Query<Dated<PlanHistory>> {
  constructor(
    readonly projectId: string,
    readonly request: HistoryRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetPlanHistory)
export class GetPlanHistoryHandler implements IQueryHandler<GetPlanHistory> {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Refusal PROJECT.UNKNOWN, also for one that the asker may not see; AS_OF.UNKNOWN */
  async execute({ projectId, request, visibleUnit }: GetPlanHistory): Promise<Dated<PlanHistory>> {
    const project = await projectSummaryOf(this.sql, projectId, visibleUnit);
    refuseUnless(project, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
    const { asOf, known } = await knownEvents<PlanEvent>(this.sql, this.store, planStream(projectId), request.asOf);
    return {
      id: projectId,
      entries: await historyEntries(this.sql, known, PLAN_TITLES, asOf.seq),
      asOf: shownAsOf(asOf),
    };
  }
}
