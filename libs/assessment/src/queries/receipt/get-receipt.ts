import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, IntegerField, TextField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { MAX_VERSION } from '../../domain/forms/scheme-form.js';
import { type Receipt, receiptOf } from './receipt.query.js';

export class ReceiptRequest extends AsOfRequest {
  @Type(() => Number) @IntegerField('方案版本，默认最新', 1, MAX_VERSION, { optional: true }) version?: number;
  @TextField('只看这项指标（代码）', 40, { optional: true }) indicator?: string;
}

export class GetReceipt extends Query<Dated<Receipt>> {
  constructor(
    readonly scheme: string,
    readonly subject: string,
    readonly request: ReceiptRequest,
  ) {
    super();
  }
}

@QueryHandler(GetReceipt)
export class GetReceiptHandler implements IQueryHandler<GetReceipt> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ scheme, subject, request }: GetReceipt): Promise<Dated<Receipt>> {
    const { version, indicator } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const receipt = await receiptOf(this.sql, { scheme, version, subject, indicator }, asOf.seq);
    return { ...receipt, asOf: shownAsOf(asOf) };
  }
}
