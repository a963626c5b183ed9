import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, DayField, IntegerField, SubjectField, TextField, subjectNamed } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Day, dayOf } from '#libs/values';
import { type TargetLine, listTargets } from './list-targets.query.js';

export class TargetsRequest extends AsOfRequest {
  @Type(() => Number) @IntegerField('年度', 1949, 2200) year: number;
  @TextField('指标代码', 40, { optional: true }) metric?: string;
  @SubjectField('对象', { optional: true }) subject?: string;
  @DayField('业务日：按该日有效的目标和完成情况，默认今天', { optional: true }) on?: Day;
}

export class GetTargets extends Query<Dated<{ on: Day; rows: TargetLine[] }>> {
  constructor(readonly request: TargetsRequest) {
    super();
  }
}

@QueryHandler(GetTargets)
export class GetTargetsHandler implements IQueryHandler<GetTargets> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal SUBJECT.INVALID, AS_OF.UNKNOWN */
  async execute({ request }: GetTargets): Promise<Dated<{ on: Day; rows: TargetLine[] }>> {
    const { year, metric, subject, on = dayOf(new Date()) } = request;
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const question = {
      year,
      on,
      ...(metric !== undefined && { metrics: [metric] }),
      ...(subject !== undefined && { subject: subjectNamed(subject, 'subject') }),
    };
    return { on, rows: await listTargets(this.sql, question, asOf.seq), asOf: shownAsOf(asOf) };
  }
}
