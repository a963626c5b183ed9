import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { type BatchAnswer, batchById } from './batch-by-id.query.js';

export class BatchRequest extends AsOfRequest {
  @DayField('业务日：兑现情况算到该日，默认今天', { optional: true }) on?: Day;
}

/** `visibleUnit` hides batches that the unit has no part in, and other units' projects. */
export class GetBatch extends Query<Dated<BatchAnswer>> {
  constructor(
    readonly id: string,
    readonly request: BatchRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetBatch)
export class GetBatchHandler implements IQueryHandler<GetBatch> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal BATCH.UNKNOWN, also for one that the asker may not see. */
  async execute({ id, request, visibleUnit }: GetBatch): Promise<Dated<BatchAnswer>> {
    const { on = dayOf(new Date()) } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const answer = await batchById(this.sql, { id, on, asOf: asOf.seq, visibleUnit });
    refuseUnless(answer, 'not-found', 'BATCH.UNKNOWN', '没有这次集中活动');
    return { ...answer, asOf: shownAsOf(asOf) };
  }
}
