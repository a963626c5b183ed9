import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { UnitRow } from '../../projections/unit-directory/unit.entity.js';

/** A unit as other models' answers name it. */
export interface NamedUnit {
  readonly code: UnitCode;
  readonly name: string;
}

/** Finds a unit's name by its code; the code itself stands in for a unit that no one registered. */
export type UnitNaming = (code: UnitCode) => NamedUnit;

/** The names of the given units, read at once. */
export async function unitNames(sql: Sql, codes: readonly UnitCode[]): Promise<UnitNaming> {
  const units = await sql.query<NamedUnit[]>(`select code, name from ${tableOf(UnitRow).name} where code = any($1)`, [
    [...new Set(codes)],
  ]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return (code) => ({ code, name: names.get(code) ?? code });
}
