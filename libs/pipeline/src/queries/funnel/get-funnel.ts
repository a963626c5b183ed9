import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, ChoiceField, DayField, TextField, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Day, type UnitCode } from '#libs/values';
import { COHORTS, type Cohort, type Funnel, funnel } from './funnel.query.js';

export class FunnelRequest extends AsOfRequest {
  @ChoiceField('从何算起：leads 期内采集的线索，projects 期内签约的项目', COHORTS) cohort: Cohort;
  @DayField('统计期起始日') from: Day;
  @DayField('统计期截止日') to: Day;
  @UnitField('责任单位代码', { optional: true }) unit?: UnitCode;
  @TextField('产业链', 50, { optional: true }) chain?: string;
}

/** `visibleUnit` limits the answer to what one unit may see. */
export class GetFunnel extends Query<Dated<Funnel>> {
  constructor(
    readonly request: FunnelRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetFunnel)
export class GetFunnelHandler implements IQueryHandler<GetFunnel> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal PERIOD.REVERSED */
  async execute({ request, visibleUnit }: GetFunnel): Promise<Dated<Funnel>> {
    const { asOf: asked, cohort, from, to, unit, chain } = request;
    const asOf = await resolveAsOf(this.sql, asked);
    const known = { asOf: asOf.seq, present: asked === undefined };
    const found = await funnel(this.sql, { ...known, cohort, from, to, unit, chain, visibleUnit });
    return { ...found, asOf: shownAsOf(asOf) };
  }
}
