import { type Sql } from '#libs/database';
import { IN_SCOPE, PostingRow, type Scope, scopeValues } from '#libs/postings';
import { tableOf } from '#libs/read-models';
import { type Measure } from '../../metrics.js';
import { type Score } from '../../ranking.js';

/** What each unit scored by the measure. A unit appears when the ledger has postings of its own in the scope. */
export const scores = (sql: Sql, measure: Measure, scope: Scope): Promise<Score[]> =>
  measure.kind === 'sum'
    ? sql.query<Score[]>(SUM, [...scopeValues(scope), measure.of])
    : sql.query<Score[]>(RATE, [...scopeValues(scope), measure.cohort, measure.reached]);

const POSTING = tableOf(PostingRow).name;

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
