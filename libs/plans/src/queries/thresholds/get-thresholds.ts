import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { type Thresholds } from '../../domain/thresholds.events.js';
import { thresholdsKnownAt } from './thresholds-known-at.query.js';

type ThresholdsAnswer = Dated<Thresholds & { readonly set: boolean }>;

export class GetThresholds extends Query<ThresholdsAnswer> {
  constructor(readonly asOf?: string) {
    super();
  }
}

@QueryHandler(GetThresholds)
export class GetThresholdsHandler implements IQueryHandler<GetThresholds> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute(query: GetThresholds): Promise<ThresholdsAnswer> {
    const asOf = await resolveAsOf(this.sql, query.asOf);
    return { ...(await thresholdsKnownAt(this.sql, asOf.seq)), asOf: shownAsOf(asOf) };
  }
}
