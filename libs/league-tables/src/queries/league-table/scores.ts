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

const COHORT = `(select unit, project, quantity from ${POSTING} where ${IN_SCOPE}) cohort`;

/**
 * The cohort keeps the unit that brought a project in; whether the project got there is asked of the whole ledger.
 * Summing the products needs no grouping by project: what either side has taken back cancels out.
 */
const RATE = `
  select unit, coalesce(numerator, 0) as numerator, denominator
  from (select unit, sum(quantity) as denominator from ${COHORT} group by unit having sum(quantity) > 0) brought_in
  left join (
    select cohort.unit, sum(cohort.quantity * reached.quantity) as numerator
    from ${COHORT} join ${POSTING} reached using (project)
    where reached.metric = $8 and reached.day <= $2 and reached.seq <= $3
    group by cohort.unit
  ) got_there using (unit)`;
