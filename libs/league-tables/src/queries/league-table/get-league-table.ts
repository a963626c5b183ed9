import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { AsOfRequest, ChoiceField, DayField, MoneyField, TextField } from '#libs/contract';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type Day, type Grade, GRADES, type Money, SUBJECT_KINDS } from '#libs/values';
import { type TableOf } from './contenders.query.js';
import { evidenceIn } from './evidence-in.js';
import { type Period, lastYear, previousPeriod } from './earlier-period.js';
import { type LeagueTable, UNITS_SHOWN, type UnitsShown, leagueTable } from './league-table.query.js';

const TABLES_OF = SUBJECT_KINDS.filter((kind) => kind !== 'city');
const COMPARISONS = ['previous', 'last-year', 'period'] as const;
type Comparison = (typeof COMPARISONS)[number];

type Compared = Pick<LeagueTableRequest, 'comparedWith' | 'comparedFrom' | 'comparedTo'>;

export class LeagueTableRequest extends AsOfRequest {
  @DayField('统计期起始日') from: Day;
  @DayField('统计期截止日') to: Day;
  @ChoiceField('比较对象，默认 unit', TABLES_OF, { optional: true }) of?: TableOf;
  @MoneyField('总投资下限（万元，含）', { optional: true }) minInvestment?: Money;
  @MoneyField('总投资上限（万元，不含）', { optional: true }) maxInvestment?: Money;
  @MoneyField('固定资产投资下限（万元，含）', { optional: true }) minFixedAssets?: Money;
  @MoneyField('固定资产投资上限（万元，不含）', { optional: true }) maxFixedAssets?: Money;
  @TextField('产业链', 50, { optional: true }) chain?: string;
  @ChoiceField('证明程度下限（比率则为分子的）', GRADES, { optional: true }) minGrade?: Grade;
  @TextField(
    '须有的证据种类，逗号分隔；竖线分隔的有其一即可，如 construction-permit,photo,payment|statistics-enrolment',
    300,
    {
      optional: true,
    },
  )
  evidence?: string;
  @TextField('考核分组', 100, { optional: true }) group?: string;
  @ChoiceField('单位口径：of-the-day 按当时单位，successor 已并入的计入承接单位', UNITS_SHOWN, { optional: true })
  units?: UnitsShown;
  @ChoiceField('名次升降与哪一期比：previous 上期，last-year 上年同期，period 另行指定', COMPARISONS, {
    optional: true,
  })
  comparedWith?: Comparison;
  @DayField('比较期起始日（comparedWith=period）', { optional: true }) comparedFrom?: Day;
  @DayField('比较期截止日（comparedWith=period）', { optional: true }) comparedTo?: Day;
}

export class GetLeagueTable extends Query<Dated<LeagueTable>> {
  constructor(
    readonly metric: string,
    readonly request: LeagueTableRequest,
  ) {
    super();
  }
}

@QueryHandler(GetLeagueTable)
export class GetLeagueTableHandler implements IQueryHandler<GetLeagueTable> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws what `leagueTable` refuses, LEAGUE_TABLE.COMPARED_PERIOD, EVIDENCE.UNKNOWN_KIND */
  async execute({ metric, request }: GetLeagueTable): Promise<Dated<LeagueTable>> {
    const { asOf: asked, comparedWith, comparedFrom, comparedTo, minPosition: _, evidence, ...bounds } = request;
    const question = { ...bounds, evidence: evidence === undefined ? undefined : evidenceIn(evidence) };
    const asOf = await resolveAsOf(this.sql, asked);
    const earlier = comparisonOf(question, { comparedWith, comparedFrom, comparedTo });
    const table = await leagueTable(this.sql, { ...question, metric, comparedWith: earlier }, asOf.seq);
    return { ...table, asOf: shownAsOf(asOf) };
  }
}

/** @throws Refusal LEAGUE_TABLE.COMPARED_PERIOD when the days and the comparison don't go together. */
function comparisonOf(period: Period, request: Compared): Period | undefined {
  const { comparedWith, comparedFrom: from, comparedTo: to } = request;
  const isStated = comparedWith === 'period';
  refuseUnless(
    isStated === (from !== undefined && to !== undefined) && (isStated || (from ?? to) === undefined),
    'invalid',
    'LEAGUE_TABLE.COMPARED_PERIOD',
    'comparedFrom 和 comparedTo 须与 comparedWith=period 同时填写',
    'comparedWith',
  );
  if (from !== undefined && to !== undefined) return { from, to };
  if (comparedWith === 'previous') return previousPeriod(period);
  return comparedWith === 'last-year' ? lastYear(period) : undefined;
}
