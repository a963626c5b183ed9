import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, IntegerField, TextField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { MAX_VERSION } from '../../domain/forms/scheme-form.js';
import { type AssessmentScores, assessmentScores } from './assessment-scores.query.js';

export class ScoresRequest extends AsOfRequest {
  @Type(() => Number) @IntegerField('方案版本，默认最新', 1, MAX_VERSION, { optional: true }) version?: number;
  @TextField('只看这个考核对象（代码）的得分，列出其全部事件', 100, { optional: true }) subject?: string;
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
    const { version, subject } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    return { ...(await assessmentScores(this.sql, { scheme, version, subject }, asOf.seq)), asOf: shownAsOf(asOf) };
  }
}
