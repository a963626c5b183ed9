import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { AspectRow } from '../../projections/unit-directory/unit.entity.js';
import { HELD, type Moment, momentValues } from '../moment.js';

/** A unit as other models' answers name it. */
export interface NamedUnit {
  readonly code: UnitCode;
  readonly name: string;
}

/** Finds a unit's name by its code; the code itself stands in for a unit that no one registered. */
export type UnitNaming = (code: UnitCode) => NamedUnit;

/** The names that the given units had on the moment's day, read at once: history keeps the name of its day. */
export async function unitNames(sql: Sql, codes: readonly UnitCode[], moment: Moment = {}): Promise<UnitNaming> {
  const units = await sql.query<NamedUnit[]>(
    `select distinct on (unit) unit as code, value as name from ${tableOf(AspectRow).name}
     where aspect = 'name' and unit = any($3) and ${HELD} order by unit, seq desc`,
    [...momentValues(moment), [...new Set(codes)]],
  );
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return (code) => ({ code, name: names.get(code) ?? code });
}
