import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Day, type UnitCode, dayOf } from '#libs/values';
import { AspectRow } from '../../projections/unit-directory/unit.entity.js';
import { type Moment } from '../moment.js';

/** A unit as other models' answers name it. */
export interface NamedUnit {
  readonly code: UnitCode;
  readonly name: string;
}

/**
 * Finds the name that a unit had on a day (that of the moment when absent): history keeps the name of its day. The code
 * itself stands in for a unit that no one registered.
 */
export type UnitNaming = (code: UnitCode, on?: Day) => NamedUnit;

/** The names of the given units, of whatever day, read at once. */
export async function unitNames(
  sql: Sql,
  codes: readonly UnitCode[],
  { on: moment = dayOf(new Date()), asOf }: Moment = {},
): Promise<UnitNaming> {
  const rows = await sql.query<{ unit: UnitCode; since: boolean; from: Day; name: string }[]>(
    `select unit, isfinite(from_day) as since, from_day::text as "from", value as name from ${tableOf(AspectRow).name}
     where aspect = 'name' and unit = any($1) and ($2::bigint is null or seq <= $2) order by seq`,
    [[...new Set(codes)], asOf],
  );
  const names = Map.groupBy(rows, ({ unit }) => unit);
  return (code, on = moment) => {
    const held = names.get(code)?.findLast(({ since, from }) => !since || from <= on);
    return { code, name: held?.name ?? code };
  };
}
