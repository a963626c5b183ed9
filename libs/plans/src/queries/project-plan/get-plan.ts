import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { projectSummaryOf } from '#libs/projects';
import { type NamedUnit } from '#libs/units';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { type ProjectPlan, projectPlan } from './project-plan.query.js';

export class PlanRequest extends AsOfRequest {
  @DayField('业务日：该日终了时的进度与灯色，默认今天', { optional: true }) on?: Day;
}

export interface PlanAnswer extends ProjectPlan {
  readonly project: { readonly id: string; readonly name: string; readonly unit: NamedUnit };
  readonly on: Day;
}

/** `visibleUnit` hides other units' projects. */
export class GetPlan extends Query<Dated<PlanAnswer>> {
  constructor(
    readonly projectId: string,
    readonly request: PlanRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetPlan)
export class GetPlanHandler implements IQueryHandler<GetPlan> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** A project without a plan shows what it was promised and has reached. @throws Refusal PROJECT.UNKNOWN */
  async execute({ projectId, request, visibleUnit }: GetPlan): Promise<Dated<PlanAnswer>> {
    const { on = dayOf(new Date()) } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const project = await projectSummaryOf(
      this.sql,
      projectId,
      visibleUnit,
      request.asOf === undefined ? undefined : asOf.seq,
    );
    refuseUnless(project, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
    const { id, name, unit } = project;
    const plan = await projectPlan(this.sql, projectId, { on, asOf: asOf.seq, visibleUnit });
    return { project: { id, name, unit }, on, ...plan, asOf: shownAsOf(asOf) };
  }
}
