import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, IntegerField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type UnitCode } from '#libs/values';
import { type AssessmentScores, assessmentScores } from './assessment-scores.query.js';

export class ScoresRequest extends AsOfRequest {
  @Type(() => Number) @IntegerField('方案版本，默认最新', 1, 1_000_000, { optional: true }) version?: number;
  @UnitField('只看这个单位的得分', { optional: true }) unit?: UnitCode;
}

export class GetScores extends Query<Dated<AssessmentScores>> {
  constructor(
    readonly scheme: string,
    readonly request: ScoresRequest,
  ) {
    super();
  }
}

@QueryHandler(GetScores)
export class GetScoresHandler implements IQueryHandler<GetScores> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ scheme, request }: GetScores): Promise<Dated<AssessmentScores>> {
    const { version, unit } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    return { ...(await assessmentScores(this.sql, { scheme, version, unit }, asOf.seq)), asOf: shownAsOf(asOf) };
  }
}
