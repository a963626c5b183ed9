import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, MonthField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Month, type UnitCode } from '#libs/values';
import { type QuotaLine, quotaTable } from './quota-table.query.js';

export class QuotaTableRequest extends AsOfRequest {
  @MonthField('月份') month: Month;
}

/** `visibleUnit` limits the answer to one unit's lines. */
export class GetQuotaTable extends Query<Dated<{ month: Month; rows: QuotaLine[] }>> {
  constructor(
    readonly request: QuotaTableRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetQuotaTable)
export class GetQuotaTableHandler implements IQueryHandler<GetQuotaTable> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetQuotaTable): Promise<Dated<{ month: Month; rows: QuotaLine[] }>> {
    const { month } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    return { month, rows: await quotaTable(this.sql, month, asOf.seq, visibleUnit), asOf: shownAsOf(asOf) };
  }
}
