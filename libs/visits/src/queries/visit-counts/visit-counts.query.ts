import { type Sql } from '#libs/database';
import { KNOWN_AT, tableOf } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type Month, type UnitCode } from '#libs/values';
import { type VisitKind } from '../../domain/visit.events.js';
import { VisitRow } from '../../projections/visit-register/visit.entity.js';

/** What visits are counted by. */
export const COUNTED_BY = ['unit', 'leader', 'month'] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** Visits whose last day lies in the period, both days included, as known at the seq `asOf`. */
export interface CountsQuestion {
  readonly asOf: bigint;
  readonly from: Day;
  readonly to: Day;
  /** Each alone or together: a unit's leaders month by month is all three. */
  readonly by: readonly CountedBy[];
  readonly visibleUnit?: UnitCode;
}

/** So many visits of each kind, and their days together. */
export interface VisitCount {
  readonly unit?: NamedUnit;
  readonly leader?: string;
  readonly month?: Month;
  readonly visits: number;
  /** Those of small teams among them. */
  readonly outings: number;
  readonly smallTeams: number;
  readonly receptions: number;
  readonly residences: number;
  readonly enterpriseVisits: number;
  readonly days: number;
}

const KEYS: Record<CountedBy, string> = { unit: 'unit', leader: 'leader', month: `to_char(last_day, 'YYYY-MM')` };

/** Counts by what was asked, in its order. By leader, visits that nobody led are left out. */
export async function visitCounts(
  sql: Sql,
  { asOf, from, to, by, visibleUnit }: CountsQuestion,
): Promise<VisitCount[]> {
  const keys = COUNTED_BY.filter((key) => by.includes(key));
  const of = (...kinds: VisitKind[]) =>
    `count(*) filter (where kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}))::int`;
  const rows = await sql.query<(Omit<VisitCount, 'unit'> & { unit?: UnitCode })[]>(
    `select ${keys.map((key) => `${KEYS[key]} as ${key},`).join(' ')}
       count(*)::int as visits, ${of('outing', 'small-team')} as outings, ${of('small-team')} as "smallTeams",
       ${of('reception')} as receptions, ${of('resident')} as residences, ${of('enterprise')} as "enterpriseVisits", sum(days)::int as days
     from ${tableOf(VisitRow).name}
     where ${KNOWN_AT} and last_day between $2 and $3 and ($4::text is null or unit = $4)
       and ($5 or leader is not null)
     group by ${keys.map((key) => KEYS[key]).join(', ')}
     order by ${keys.map((key) => `${KEYS[key]} collate "C"`).join(', ')}`,
    [asOf, from, to, visibleUnit, !keys.includes('leader')],
  );
  const nameOf = await unitNames(
    sql,
    rows.flatMap(({ unit }) => unit ?? []),
    { asOf },
  );
  return rows.map(({ unit, ...row }) => ({ ...(unit !== undefined && { unit: nameOf(unit) }), ...row }));
}
