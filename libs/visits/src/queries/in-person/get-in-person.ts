import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, DayField, MoneyField, PageRequest } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseBefore } from '#libs/eventsourcing';
import { type Page } from '#libs/read-models';
import { type Day, type Money, type UnitCode } from '#libs/values';
import { type InPersonLine, inPersonTable } from './in-person.query.js';

export class InPersonRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @DayField('统计期首日') from: Day;
  @DayField('统计期末日') to: Day;
  @MoneyField('重大项目的投资下限（万元）；未填即为各级重点项目', { optional: true }) minInvestment?: Money;
}

/** `visibleUnit` limits the answer to one unit's projects. */
export class GetInPerson extends Query<Dated<Page<InPersonLine>>> {
  constructor(
    readonly request: InPersonRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 50;

@QueryHandler(GetInPerson)
export class GetInPersonHandler implements IQueryHandler<GetInPerson> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal DAY.BEFORE_PREVIOUS, CURSOR.INVALID */
  async execute({ request, visibleUnit }: GetInPerson): Promise<Dated<Page<InPersonLine>>> {
    const { asOf: asked, limit = PAGE, ...question } = request;
    refuseBefore(request.to, request.from, '统计期首日', 'to');
    const asOf = await resolveAsOf(this.sql, asked);
    const known = { asOf: asOf.seq, present: asked === undefined };
    const page = await inPersonTable(this.sql, { ...question, ...known, limit, visibleUnit });
    return { ...page, asOf: shownAsOf(asOf) };
  }
}
