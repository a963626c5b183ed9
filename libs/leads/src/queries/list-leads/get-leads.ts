import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, CodeField, MonthField, PageRequest, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type Month, type UnitCode, type Tier, TIERS } from '#libs/values';
import { LEAD_STATUSES, type LeadStatus } from '../../domain/vocabulary.js';
import { type ListedLead, listLeads } from './list-leads.query.js';

export class LeadsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @UnitField('责任单位代码', { optional: true }) unit?: UnitCode;
  @CodeField('类别代码', { optional: true }) class?: string;
  @ChoiceField('企业层级', TIERS, { optional: true }) tier?: Tier;
  @ChoiceField('状态', LEAD_STATUSES, { optional: true }) status?: LeadStatus;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @TextField('引荐企业：统一社会信用代码，或其项目编号', 36, { optional: true }) introducer?: string;
  @MonthField('登记月份', { optional: true }) month?: Month;
  @UnitField('已自动上报至的单位代码', { optional: true }) reportedTo?: UnitCode;
}

/** `visibleUnit` limits the answer to leads that the unit has a part in. */
export class GetLeads extends Query<Dated<Page<ListedLead>>> {
  constructor(
    readonly request: LeadsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetLeads)
export class GetLeadsHandler implements IQueryHandler<GetLeads> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetLeads): Promise<Dated<Page<ListedLead>>> {
    const { limit = PAGE, ...question } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const page = await listLeads(this.sql, { ...question, asOf: asOf.seq, limit, visibleUnit });
    return { ...page, asOf: shownAsOf(asOf) };
  }
}
