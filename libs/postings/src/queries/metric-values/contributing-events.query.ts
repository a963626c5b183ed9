import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { type PostedMetric, PostingRow } from '../../projections/postings/posting.entity.js';
import { IN_SCOPE, type Scope, scopeValues } from './scope.js';

/** The ids of the events that a unit's figure was summed from, in the order of the log. */
export type EventsByUnit = ReadonlyMap<UnitCode, readonly string[]>;

const POSTING = tableOf(PostingRow).name;

/** A posting counts until another takes it back; what stands at a seq had not been taken back by then. */
const standing = (posting: string) => `${posting}.reverses_seq is null and not exists (
  select from ${POSTING} reversal
  where reversal.reverses_seq = ${posting}.seq and reversal.reverses_line = ${posting}.line and reversal.seq <= $3
)`;

const COUNTED = `select unit, project, event_id, seq from ${POSTING} posting
  where ${IN_SCOPE} and unit = any($8) and ${standing('posting')}`;

const SUM = `select unit, array_agg(event_id order by seq) as "eventIds"
  from (select distinct unit, event_id, seq from (${COUNTED}) counted) events group by unit`;

/** As in the rate itself: the cohort's unit is credited, whoever reached the goal, on whichever day up to the last. */
const REACHED = `
  with cohort as (select distinct unit, project from (${COUNTED}) counted)
  select unit, array_agg(event_id order by seq) as "eventIds"
  from (
    select distinct cohort.unit, reached.event_id, reached.seq
    from cohort join ${POSTING} reached using (project)
    where reached.metric = $9 and reached.day <= $2 and reached.seq <= $3 and ${standing('reached')}
  ) events group by unit`;

/** The events behind the sum of a metric, for each of `units`; a voided event is behind nothing. */
export const contributingEvents = (
  sql: Sql,
  metric: PostedMetric,
  scope: Scope,
  units: readonly UnitCode[],
): Promise<EventsByUnit> => eventsByUnit(sql, SUM, [...scopeValues(scope), metric, units]);

/** The events by which projects of the cohort (postings of that metric in scope) have `reached` another metric. */
export const reachingEvents = (
  sql: Sql,
  { cohort, reached }: { readonly cohort: PostedMetric; readonly reached: PostedMetric },
  scope: Scope,
  units: readonly UnitCode[],
): Promise<EventsByUnit> => eventsByUnit(sql, REACHED, [...scopeValues(scope), cohort, units, reached]);

async function eventsByUnit(sql: Sql, text: string, values: unknown[]): Promise<EventsByUnit> {
  const rows = await sql.query<{ unit: UnitCode; eventIds: string[] }[]>(text, values);
  return new Map(rows.map(({ unit, eventIds }) => [unit, eventIds]));
}
