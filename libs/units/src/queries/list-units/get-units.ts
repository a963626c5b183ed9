import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Day } from '#libs/values';
import { type UnitSummary, listUnits } from './list-units.query.js';

export class UnitsRequest extends AsOfRequest {
  @DayField('业务日：单位在该日的名称、分组和隶属', { optional: true }) on?: Day;
}

export class GetUnits extends Query<Dated<{ rows: UnitSummary[] }>> {
  constructor(readonly request: UnitsRequest) {
    super();
  }
}

@QueryHandler(GetUnits)
export class GetUnitsHandler implements IQueryHandler<GetUnits> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request }: GetUnits): Promise<Dated<{ rows: UnitSummary[] }>> {
    const asOf = await resolveAsOf(this.sql, request.asOf);
    return { rows: await listUnits(this.sql, asOf.seq, request.on), asOf: shownAsOf(asOf) };
  }
}
