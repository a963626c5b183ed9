import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { MonthField, ReadRequest } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Month, type UnitCode } from '#libs/values';
import { type QuotaLine, quotaTable } from './quota-table.query.js';

export class QuotaTableRequest extends ReadRequest {
  @MonthField('月份') month: Month;
}

/** `visibleUnit` limits the answer to one unit's lines. */
export class GetQuotaTable extends Query<Dated<{ month: Month; rows: QuotaLine[] }>> {
  constructor(
    readonly month: Month,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetQuotaTable)
export class GetQuotaTableHandler implements IQueryHandler<GetQuotaTable> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ month, visibleUnit }: GetQuotaTable): Promise<Dated<{ month: Month; rows: QuotaLine[] }>> {
    const asOf = await resolveAsOf(this.sql);
    return { month, rows: await quotaTable(this.sql, month, visibleUnit), asOf: shownAsOf(asOf) };
  }
}
