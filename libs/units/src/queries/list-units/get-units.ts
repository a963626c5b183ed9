import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { type UnitSummary, listUnits } from './list-units.query.js';

export class GetUnits extends Query<Dated<{ rows: UnitSummary[] }>> {
  constructor(readonly asOf?: string) {
    super();
  }
}

@QueryHandler(GetUnits)
export class GetUnitsHandler implements IQueryHandler<GetUnits> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute(query: GetUnits): Promise<Dated<{ rows: UnitSummary[] }>> {
    const asOf = await resolveAsOf(this.sql, query.asOf);
    return { rows: await listUnits(this.sql, asOf.seq), asOf: shownAsOf(asOf) };
  }
}
