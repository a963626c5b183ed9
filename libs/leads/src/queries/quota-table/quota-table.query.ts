import { type Sql } from '#libs/database';
import { KNOWN_AT, tableOf } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type AccountCode, type Month, type UnitCode } from '#libs/values';
import { type QuotaMetric } from '../../domain/quota.events.js';
import { LeadRow, QuotaRow } from '../../projections/lead-register/lead-register.entities.js';

/** What one debtor owed and gave in a month. `gap` is how many are missing, never negative. */
export interface QuotaLine {
  readonly quota: string;
  readonly name: string;
  readonly metric: QuotaMetric;
  readonly unit: NamedUnit;
  /** Absent where the unit as a whole owes it. */
  readonly person?: AccountCode;
  readonly owed: number;
  readonly given: number;
  readonly gap: number;
}

type Found = Omit<QuotaLine, 'unit' | 'person' | 'gap'> & { unit: UnitCode; person: AccountCode | null };

const LEAD = tableOf(LeadRow).name;
const QUOTA = tableOf(QuotaRow).name;

/**
 * Every debtor of the quotas in force in a month (features.md L2). A lead counts for the unit and person that captured
 * it, in the month of its capture (`leads`) or of its being found good (`qualified-leads`); one merged into another,
 * or found untrue, does not count. All as known at the seq `asOf`; `visibleUnit` leaves only that unit's lines.
 */
export async function quotaTable(sql: Sql, month: Month, asOf: bigint, visibleUnit?: UnitCode): Promise<QuotaLine[]> {
  const lines = await sql.query<Found[]>(
    `with span as (select $2::date as first, ($2::date + interval '1 month')::date as after),
     in_force as (
       select distinct on (code) * from ${QUOTA} where ${KNOWN_AT} and from_month <= $3
       order by code, from_month desc, from_seq desc
     ),
     owed as (
       select code, name, metric, per_month, debtor ->> 'unit' as unit, debtor ->> 'person' as person
       from in_force, jsonb_array_elements(who) as debtor
       where not ended and ($4::text is null or debtor ->> 'unit' = $4)
     ),
     given as (
       select 'leads' as metric, captured_unit as unit, captured_by as person, count(*) as leads
       from ${LEAD}, span
       where ${KNOWN_AT} and captured_on >= first and captured_on < after and status not in ('merged', 'voided')
       group by 2, 3
       union all
       select 'qualified-leads', captured_unit, captured_by, count(*)
       from ${LEAD}, span
       where ${KNOWN_AT} and qualified_on >= first and qualified_on < after and status not in ('merged', 'voided')
       group by 2, 3
     )
     select code as quota, name, owed.metric, owed.unit, owed.person, per_month as owed, coalesce(sum(leads), 0)::int as given
     from owed left join given
       on given.metric = owed.metric and given.unit = owed.unit
          and (owed.person is null or given.person = owed.person)
     group by code, name, owed.metric, owed.unit, owed.person, per_month
     order by code, owed.unit collate "C", owed.person collate "C" nulls first`,
    [asOf, `${month}-01`, month, visibleUnit],
  );
  const nameOf = await unitNames(
    sql,
    lines.map(({ unit }) => unit),
    { asOf },
  );
  return lines.map(({ unit, person, ...line }) => ({
    ...line,
    unit: nameOf(unit),
    person: person ?? undefined,
    gap: Math.max(line.owed - line.given, 0),
  }));
}
