import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, IntegerField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { MAX_VERSION } from '../../domain/forms/scheme-form.js';
import { type SchemeInputs, listInputs } from './list-inputs.query.js';

export class InputsRequest extends AsOfRequest {
  @Type(() => Number) @IntegerField('方案版本，默认最新', 1, MAX_VERSION, { optional: true }) version?: number;
}

export class GetInputs extends Query<Dated<SchemeInputs>> {
  constructor(
    readonly scheme: string,
    readonly request: InputsRequest,
  ) {
    super();
  }
}

@QueryHandler(GetInputs)
export class GetInputsHandler implements IQueryHandler<GetInputs> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ scheme: code, request }: GetInputs): Promise<Dated<SchemeInputs>> {
    const { version } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    return { ...(await listInputs(this.sql, { code, version }, asOf.seq)), asOf: shownAsOf(asOf) };
  }
}
