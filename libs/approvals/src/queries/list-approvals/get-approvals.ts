import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, DayField, IdField, PageRequest, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { APPROVAL_KINDS, type ApprovalKind } from '../../domain/approval.kinds.js';
import { type ApprovalOnDay } from '../approval-on-day.js';
import { APPROVAL_FILTERS, type ApprovalFilter, listApprovals } from './list-approvals.query.js';

export class ApprovalsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @DayField('业务日：该日终了时的状态与期限，默认今天', { optional: true }) on?: Day;
  @IdField('项目编号', { optional: true }) project?: string;
  @UnitField('项目责任单位代码', { optional: true }) unit?: UnitCode;
  @UnitField('审批部门的单位代码', { optional: true }) department?: UnitCode;
  @ChoiceField('审批事项', APPROVAL_KINDS, { optional: true }) kind?: ApprovalKind;
  @TextField('并联审批办件编号', 100, { optional: true }) jointCase?: string;
  @ChoiceField('在办、逾期或有效', APPROVAL_FILTERS, { optional: true }) filter?: ApprovalFilter;
}

/** `visibleUnit` limits the answer to what concerns one unit. */
export class GetApprovals extends Query<Dated<Page<ApprovalOnDay> & { on: Day }>> {
  constructor(
    readonly request: ApprovalsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetApprovals)
export class GetApprovalsHandler implements IQueryHandler<GetApprovals> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetApprovals): Promise<Dated<Page<ApprovalOnDay> & { on: Day }>> {
    const { limit = PAGE, on = dayOf(new Date()), asOf: asked, ...question } = request;
    const asOf = await resolveAsOf(this.sql, asked);
    const page = await listApprovals(this.sql, { ...question, on, limit, asOf: asOf.seq, visibleUnit });
    return { on, ...page, asOf: shownAsOf(asOf) };
  }
}
