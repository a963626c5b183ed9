import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, ChoiceField, DayField, MoneyField, TextField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Day, type Money } from '#libs/values';
import { type LeagueTable, UNITS_SHOWN, type UnitsShown, leagueTable } from './league-table.query.js';

export class LeagueTableRequest extends AsOfRequest {
  @DayField('统计期起始日') from: Day;
  @DayField('统计期截止日') to: Day;
  @MoneyField('总投资下限（万元，含）', { optional: true }) minInvestment?: Money;
  @MoneyField('固定资产投资下限（万元，含）', { optional: true }) minFixedAssets?: Money;
  @TextField('考核分组', 100, { optional: true }) group?: string;
  @ChoiceField('单位口径：of-the-day 按当时单位，successor 已并入的计入承接单位', UNITS_SHOWN, { optional: true })
  units?: UnitsShown;
}

export class GetLeagueTable extends Query<Dated<LeagueTable>> {
  constructor(
    readonly metric: string,
    readonly request: LeagueTableRequest,
  ) {
    super();
  }
}

@QueryHandler(GetLeagueTable)
export class GetLeagueTableHandler implements IQueryHandler<GetLeagueTable> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ metric, request }: GetLeagueTable): Promise<Dated<LeagueTable>> {
    const { from, to, minInvestment, minFixedAssets, group, units } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const question = { metric, from, to, minInvestment, minFixedAssets, group, units };
    return { ...(await leagueTable(this.sql, question, asOf.seq)), asOf: shownAsOf(asOf) };
  }
}
