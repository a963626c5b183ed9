import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, DayField, IdField, PageRequest, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { OVERDUE_KINDS, type Overdue, type OverdueKind, overdueList } from './overdue-list.query.js';

export class OverdueRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @DayField('业务日：该日终了时已逾期的事项，默认今天', { optional: true }) on?: Day;
  @ChoiceField('类别：审批时限、补交材料、合同约定、计划节点、项目六定、挂钩六定', OVERDUE_KINDS, { optional: true })
  kind?: OverdueKind;
  @UnitField('项目责任单位代码', { optional: true }) unit?: UnitCode;
  @UnitField('应办理单位代码', { optional: true }) holder?: UnitCode;
  @IdField('项目编号', { optional: true }) project?: string;
}

/** `visibleUnit` limits the answer to what concerns one unit. */
export class GetOverdue extends Query<Dated<Page<Overdue> & { on: Day }>> {
  constructor(
    readonly request: OverdueRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetOverdue)
export class GetOverdueHandler implements IQueryHandler<GetOverdue> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetOverdue): Promise<Dated<Page<Overdue> & { on: Day }>> {
    const { limit = PAGE, on = dayOf(new Date()), asOf: asked, ...question } = request;
    const asOf = await resolveAsOf(this.sql, asked);
    const present = asked === undefined;
    const page = await overdueList(this.sql, { ...question, on, limit, asOf: asOf.seq, present, visibleUnit });
    return { on, ...page, asOf: shownAsOf(asOf) };
  }
}
