import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, DayField, PageRequest, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { BATCH_KINDS, type BatchKind } from '../../domain/batch.events.js';
import { type ShownBatch } from '../shown-batch.js';
import { listBatches } from './list-batches.query.js';

export class BatchesRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @DayField('业务日：兑现情况算到该日，默认今天', { optional: true }) on?: Day;
  @ChoiceField('类别', BATCH_KINDS, { optional: true }) kind?: BatchKind;
  @UnitField('组织单位代码', { optional: true }) unit?: UnitCode;
  @DayField('计划举办日起', { optional: true }) from?: Day;
  @DayField('计划举办日止', { optional: true }) to?: Day;
}

type BatchesAnswer = Dated<Page<ShownBatch> & { readonly on: Day }>;

/** `visibleUnit` limits the answer to batches that the unit organizes or takes part in. */
export class GetBatches extends Query<BatchesAnswer> {
  constructor(
    readonly request: BatchesRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 20;

@QueryHandler(GetBatches)
export class GetBatchesHandler implements IQueryHandler<GetBatches> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetBatches): Promise<BatchesAnswer> {
    const { limit = PAGE, on = dayOf(new Date()), ...question } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const page = await listBatches(this.sql, { ...question, on, limit, asOf: asOf.seq, visibleUnit });
    return { ...page, on, asOf: shownAsOf(asOf) };
  }
}
