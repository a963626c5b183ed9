import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, IdField, MonthField, PageRequest, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type Month, type UnitCode } from '#libs/values';
import { VISIT_KINDS, type VisitKind } from '../../domain/visit.events.js';
import { type ListedVisit, listVisits } from './list-visits.query.js';

export class VisitsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @UnitField('单位代码', { optional: true }) unit?: UnitCode;
  @ChoiceField('类别', VISIT_KINDS, { optional: true }) kind?: VisitKind;
  @TextField('带队领导（账号或职务）', 100, { optional: true }) leader?: string;
  @MonthField('月份（按结束日期）', { optional: true }) month?: Month;
  @IdField('所涉项目', { optional: true }) project?: string;
  @IdField('所涉线索', { optional: true }) lead?: string;
}

/** `visibleUnit` limits the answer to one unit's visits. */
export class GetVisits extends Query<Dated<Page<ListedVisit>>> {
  constructor(
    readonly request: VisitsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetVisits)
export class GetVisitsHandler implements IQueryHandler<GetVisits> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetVisits): Promise<Dated<Page<ListedVisit>>> {
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const { limit = PAGE, ...question } = request;
    const page = await listVisits(this.sql, { ...question, asOf: asOf.seq, limit, visibleUnit });
    return { ...page, asOf: shownAsOf(asOf) };
  }
}
