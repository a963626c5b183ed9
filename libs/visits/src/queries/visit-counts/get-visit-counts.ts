import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField, TextField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseBefore, refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';
import { COUNTED_BY, type CountedBy, type VisitCount, visitCounts } from './visit-counts.query.js';

export class VisitCountsRequest extends AsOfRequest {
  @DayField('统计期首日') from: Day;
  @DayField('统计期末日') to: Day;
  @TextField('按何统计，以逗号分隔：unit、leader、month', 20) by: string;
}

/** `visibleUnit` limits the answer to one unit's visits. */
export class GetVisitCounts extends Query<Dated<{ rows: VisitCount[] }>> {
  constructor(
    readonly request: VisitCountsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetVisitCounts)
export class GetVisitCountsHandler implements IQueryHandler<GetVisitCounts> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal VISITS.COUNTED_BY, DAY.BEFORE_PREVIOUS */
  async execute({ request, visibleUnit }: GetVisitCounts): Promise<Dated<{ rows: VisitCount[] }>> {
    const { from, to } = request;
    refuseBefore(to, from, '统计期首日', 'to');
    const by = request.by.split(',');
    const known = by.every((key) => COUNTED_BY.includes(key as CountedBy));
    refuseUnless(known, 'invalid', 'VISITS.COUNTED_BY', `只能按 ${COUNTED_BY.join('、')} 统计`, 'by');
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const rows = await visitCounts(this.sql, { asOf: asOf.seq, from, to, by: by as CountedBy[], visibleUnit });
    return { rows, asOf: shownAsOf(asOf) };
  }
}
