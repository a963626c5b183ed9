import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { AspectRow, UnitRow } from '../../projections/unit-directory/unit.entity.js';

/** What a unit has been called, and from which day. */
export interface NameOfOld {
  readonly name: string;
  readonly from: Day;
}

/** Every name of a unit known by the seq `asOf`, in the order of their days. */
export const nameHistory = (sql: Sql, code: UnitCode, asOf: bigint): Promise<NameOfOld[]> =>
  sql.query<NameOfOld[]>(
    `select value as name, greatest(from_day, registered_on)::text as "from"
     from ${tableOf(AspectRow).name} join ${tableOf(UnitRow).name} on code = unit
     where unit = $1 and aspect = 'name' and seq <= $2 order by seq`,
    [code, asOf],
  );
