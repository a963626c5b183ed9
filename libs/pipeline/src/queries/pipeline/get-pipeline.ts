import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type UnitCode } from '#libs/values';
import { type Pipeline, pipeline } from './pipeline.query.js';

export class PipelineRequest extends AsOfRequest {
  @UnitField('责任单位代码', { optional: true }) unit?: UnitCode;
  @UnitField('归口专班（单位代码）', { optional: true }) group?: UnitCode;
  @TextField('产业链', 50, { optional: true }) chain?: string;
}

/** `visibleUnit` limits the answer to what one unit may see. */
export class GetPipeline extends Query<Dated<Pipeline>> {
  constructor(
    readonly request: PipelineRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetPipeline)
export class GetPipelineHandler implements IQueryHandler<GetPipeline> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetPipeline): Promise<Dated<Pipeline>> {
    const { asOf: asked, unit, group, chain } = request;
    const asOf = await resolveAsOf(this.sql, asked);
    const known = { asOf: asOf.seq, present: asked === undefined };
    return { ...(await pipeline(this.sql, { ...known, unit, group, chain, visibleUnit })), asOf: shownAsOf(asOf) };
  }
}
