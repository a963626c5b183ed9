import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { type UnitsRequest } from '../list-units/get-units.js';
import { type UnitSummary, unitByCode } from '../list-units/list-units.query.js';
import { type Post, unitPosts } from '../tenures/tenures.query.js';
import { type NameOfOld, nameHistory } from '../unit-names/name-history.query.js';

/** A unit on a day, whatever it has been called, and who held which office on that day. */
export interface UnitAnswer {
  readonly unit: UnitSummary;
  readonly names: NameOfOld[];
  readonly posts: Post[];
}

export class GetUnit extends Query<Dated<UnitAnswer>> {
  constructor(
    readonly code: UnitCode,
    readonly request: UnitsRequest,
  ) {
    super();
  }
}

@QueryHandler(GetUnit)
export class GetUnitHandler implements IQueryHandler<GetUnit> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal UNIT.UNKNOWN */
  async execute({ code, request }: GetUnit): Promise<Dated<UnitAnswer>> {
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const moment = { on: request.on, asOf: asOf.seq };
    const unit = await unitByCode(this.sql, code, moment);
    refuseUnless(unit, 'not-found', 'UNIT.UNKNOWN', `单位 ${code} 未登记`);
    return {
      unit,
      names: await nameHistory(this.sql, code, asOf.seq),
      posts: await unitPosts(this.sql, code, moment),
      asOf: shownAsOf(asOf),
    };
  }
}
