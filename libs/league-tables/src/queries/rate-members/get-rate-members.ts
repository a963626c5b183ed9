import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, TextField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type Page } from '#libs/read-models';
import { type Grade, GRADES, type UnitCode } from '#libs/values';
import { type Metric, metricOf } from '../../metrics.js';
import { evidenceIn } from '../league-table/evidence-in.js';
import { type Period } from '../league-table/earlier-period.js';
import { ScopeRequest } from '../scope-request.js';
import { type RateMember, rateMembers } from './rate-members.query.js';

export class RateMembersRequest extends ScopeRequest {
  @AsOfField() asOf?: string;
  @ChoiceField('分子的证明程度下限', GRADES, { optional: true }) minGrade?: Grade;
  @TextField('分子须有的证据种类，写法同成绩单', 300, { optional: true }) evidence?: string;
}

/** The projects behind a rate, as the league table of the same period and bounds counts them. */
export interface RateMembers extends Page<RateMember> {
  readonly metric: Pick<Metric, 'code' | 'name' | 'unit' | 'definition'>;
  readonly period: Period;
}

/** `visibleUnit` limits the answer to one unit's entries. */
export class GetRateMembers extends Query<Dated<RateMembers>> {
  constructor(
    readonly metric: string,
    readonly request: RateMembersRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 100;

@QueryHandler(GetRateMembers)
export class GetRateMembersHandler implements IQueryHandler<GetRateMembers> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal METRIC.UNKNOWN, METRIC.NOT_A_RATE, PERIOD.REVERSED, EVIDENCE.UNKNOWN_KIND, CURSOR.INVALID */
  async execute({ metric: asked, request, visibleUnit }: GetRateMembers): Promise<Dated<RateMembers>> {
    const { asOf: known, limit = PAGE, evidence, minPosition: _, ...scope } = request;
    const { measure, code, name, unit, definition } = metricOf(asked);
    refuseUnless(measure.kind === 'rate', 'invalid', 'METRIC.NOT_A_RATE', `${name}不是比率，明细见计数台账`, 'metric');
    const { from, to } = scope;
    refuseUnless(from <= to, 'invalid', 'PERIOD.REVERSED', `统计期起始日 ${from} 晚于截止日 ${to}`, 'from');
    const asOf = await resolveAsOf(this.sql, known);
    const bounds = { ...scope, evidence: evidence === undefined ? undefined : evidenceIn(evidence) };
    const page = await rateMembers(this.sql, { measure, ...bounds, limit, asOf: asOf.seq, visibleUnit });
    return { metric: { code, name, unit, definition }, period: { from, to }, ...page, asOf: shownAsOf(asOf) };
  }
}
