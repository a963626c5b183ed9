import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfField, ChoiceField, DayField, IdField, MoneyField, PageRequest, UnitField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { type Page } from '#libs/read-models';
import { type Day, type Money, type UnitCode } from '#libs/values';
import { POSTED_METRICS, type PostedMetric } from '../../projections/postings/posting.entity.js';
import { type Posting, listPostings } from './list-postings.query.js';

export class PostingsRequest extends PageRequest {
  @AsOfField() asOf?: string;
  @ChoiceField('指标', POSTED_METRICS, { optional: true }) metric?: PostedMetric;
  @UnitField('单位代码', { optional: true }) unit?: UnitCode;
  @IdField('项目编号', { optional: true }) project?: string;
  @DayField('起始日', { optional: true }) from?: Day;
  @DayField('截止日', { optional: true }) to?: Day;
  @MoneyField('总投资下限（万元，含）', { optional: true }) minInvestment?: Money;
  @MoneyField('固定资产投资下限（万元，含）', { optional: true }) minFixedAssets?: Money;
}

/** `visibleUnit` limits the answer to one unit's entries. */
export class GetPostings extends Query<Dated<Page<Posting>>> {
  constructor(
    readonly request: PostingsRequest,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

const PAGE = 100;

@QueryHandler(GetPostings)
export class GetPostingsHandler implements IQueryHandler<GetPostings> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute({ request, visibleUnit }: GetPostings): Promise<Dated<Page<Posting>>> {
    const asOf = await resolveAsOf(this.sql, request.asOf);
    const { limit = PAGE, ...question } = request;
    const page = await listPostings(this.sql, { ...question, limit, asOf: asOf.seq, visibleUnit });
    return { ...page, asOf: shownAsOf(asOf) };
  }
}
