import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField, IntegerField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { type PlannedStartsMetric, plannedStarts } from './planned-starts.query.js';

export class PlannedStartsRequest extends AsOfRequest {
  @Type(() => Number) @IntegerField('计划年份', 2000, 2100) year: number;
  @DayField('统计日，默认今天', { optional: true }) on?: Day;
  @UnitField('计划开工月份最后一日的责任单位代码', { optional: true }) unit?: UnitCode;
}

export interface PlannedStartsAnswer {
  readonly year: number;
  readonly on: Day;
  readonly metrics: readonly PlannedStartsMetric[];
}

/** `visibleUnit` limits the answer to one unit's entries. */
export class GetPlannedStarts extends Query<Dated<PlannedStartsAnswer>> {
  constructor(
    readonly request: PlannedStartsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetPlannedStarts)
export class GetPlannedStartsHandler implements IQueryHandler<GetPlannedStarts> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetPlannedStarts): Promise<Dated<PlannedStartsAnswer>> {
    const { year, on = dayOf(new Date()), unit } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const metrics = await plannedStarts(this.sql, { year, on, unit, asOf: asOf.seq, visibleUnit });
    return { year, on, metrics, asOf: shownAsOf(asOf) };
  }
}
