import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, DayField, MoneyField, PageRequest, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type Page } from '#libs/read-models';
import { type Day, type Grade, GRADES, type Money, type UnitCode } from '#libs/values';
import { type Metric, metricOf } from '../../metrics.js';
import { evidenceIn } from '../league-table/evidence-in.js';
import { type Period } from '../league-table/earlier-period.js';
import { type RateMember, rateMembers } from './rate-members.query.js';

export class RateMembersRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @DayField('统计期起始日') from: Day;
  @DayField('统计期截止日') to: Day;
  @UnitField('单位代码；缺省为全部单位', { optional: true }) unit?: UnitCode;
  @MoneyField('总投资下限（万元，含）', { optional: true }) minInvestment?: Money;
  @MoneyField('总投资上限（万元，不含）', { optional: true }) maxInvestment?: Money;
  @MoneyField('固定资产投资下限（万元，含）', { optional: true }) minFixedAssets?: Money;
  @MoneyField('固定资产投资上限（万元，不含）', { optional: true }) maxFixedAssets?: Money;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @TextField('考核分组', 100, { optional: true }) group?: string;
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
