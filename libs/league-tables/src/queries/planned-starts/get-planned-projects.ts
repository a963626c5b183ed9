import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, DayField, IntegerField, PageRequest, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { type PlannedProject, plannedProjects } from './planned-projects.query.js';
import { PLANNED_START_RATES, type PlannedStartRate } from './planned-starts.query.js';

export class PlannedProjectsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @ChoiceField('指标', Object.keys(PLANNED_START_RATES)) metric: PlannedStartRate;
  @Type(() => Number) @IntegerField('计划年份', 2000, 2100) year: number;
  @DayField('统计日，默认今天', { optional: true }) on?: Day;
  @UnitField('计划开工月份最后一日的责任单位代码', { optional: true }) unit?: UnitCode;
}

/** `visibleUnit` limits the answer to one unit's entries. */
export class GetPlannedProjects extends Query<Dated<Page<PlannedProject>>> {
  constructor(
    readonly request: PlannedProjectsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetPlannedProjects)
export class GetPlannedProjectsHandler implements IQueryHandler<GetPlannedProjects> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetPlannedProjects): Promise<Dated<Page<PlannedProject>>> {
    const { limit = PAGE, on = dayOf(new Date()), asOf: asked, metric, year, unit, cursor } = request;
    const asOf = await resolveAsOf(this.sql, asked);
    const question = { metric, year, on, unit, cursor, limit, asOf: asOf.seq, visibleUnit };
    return { ...(await plannedProjects(this.sql, question)), asOf: shownAsOf(asOf) };
  }
}
