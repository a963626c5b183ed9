import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { UnitRow } from '../../projections/unit-directory/unit.entity.js';
import { type UnitSummary } from '../list-units/list-units.query.js';

/** The unit of that code, if it is registered. */
export async function unitByCode(sql: Sql, code: UnitCode): Promise<UnitSummary | undefined> {
  const [unit] = await sql.query<UnitSummary[]>(
    `select code, name, kind, unit_group as "group" from ${tableOf(UnitRow).name} where code = $1`,
    [code],
  );
  return unit;
}
