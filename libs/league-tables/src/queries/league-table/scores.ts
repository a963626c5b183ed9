import { type Sql } from '#libs/database';
import { PostingRow } from '#libs/postings';
import { tableOf } from '#libs/read-models';
import { type Day, type Money } from '#libs/values';
import { type Measure } from '../../metrics.js';
import { type Score } from '../../ranking.js';

/** Which postings a table counts: those of a period (both days included), known by the seq `asOf`, from a size on. */
export interface Scope {
  readonly from: Day;
  readonly to: Day;
  readonly asOf: bigint;
  /** 万元, inclusive, on the whole project's total investment. */
  readonly minInvestment?: Money;
  /** 万元, inclusive, on the whole project's fixed assets. */
  readonly minFixedAssets?: Money;
  /** The assessment group that the unit was in. */
  readonly group?: string;
}

/** What each unit scored by the measure. A unit appears when the ledger has postings of its own in the scope. */
export function scores(sql: Sql, measure: Measure, { from, to, asOf, ...bounds }: Scope): Promise<Score[]> {
  const values = [from, to, asOf, bounds.minInvestment, bounds.minFixedAssets, bounds.group];
  return measure.kind === 'sum'
    ? sql.query<Score[]>(SUM, [...values, measure.of])
    : sql.query<Score[]>(RATE, [...values, measure.cohort, measure.reached]);
}

const POSTING = tableOf(PostingRow).name;

const IN_SCOPE = `metric = $7 and day between $1 and $2 and seq <= $3
  and ($4::numeric is null or total_investment >= $4)
  and ($5::numeric is null or fixed_asset_investment >= $5)
  and ($6::text is null or unit_group = $6)`;

const SUM = `select unit, sum(quantity) as numerator, '1' as denominator from ${POSTING} where ${IN_SCOPE} group by unit`;

/** The cohort keeps the unit that brought a project in; whether the project got there is asked of the whole ledger. */
const RATE = `
  with cohort as (
    select unit, project, sum(quantity) as quantity from ${POSTING} where ${IN_SCOPE}
    group by unit, project having sum(quantity) > 0
  ), reached as (
    select project from ${POSTING}
    where metric = $8 and day <= $2 and seq <= $3 and project in (select project from cohort)
    group by project having sum(quantity) > 0
  )
  select unit, coalesce(sum(quantity) filter (where reached.project is not null), 0) as numerator,
    sum(quantity) as denominator
  from cohort left join reached using (project) group by unit`;
