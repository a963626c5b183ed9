import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { type UnitSummary } from '../list-units/list-units.query.js';
import { unitByCode } from './unit-by-code.query.js';

export class GetUnit extends Query<Dated<{ unit: UnitSummary }>> {
  constructor(readonly code: UnitCode) {
    super();
  }
}

@QueryHandler(GetUnit)
export class GetUnitHandler implements IQueryHandler<GetUnit> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal UNIT.UNKNOWN */
  async execute({ code }: GetUnit): Promise<Dated<{ unit: UnitSummary }>> {
    const asOf = await resolveAsOf(this.sql);
    const unit = await unitByCode(this.sql, code);
    refuseUnless(unit, 'not-found', 'UNIT.UNKNOWN', `单位 ${code} 未登记`);
    return { unit, asOf: shownAsOf(asOf) };
  }
}
