import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type UnitCode } from '#libs/values';
import { type UnitKind } from '../../domain/unit.events.js';
import { UnitRow } from '../../projections/unit-directory/unit.entity.js';

/** A unit as the API shows it; `group` is its assessment group. */
export interface UnitSummary {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  readonly group: string;
}

/** The units registered by `asOf` (a seq; by now when absent), in order of their codes. */
export const listUnits = (sql: Sql, asOf?: bigint): Promise<UnitSummary[]> =>
  sql.query<UnitSummary[]>(
    `select code, name, kind, unit_group as "group" from ${tableOf(UnitRow).name}
     where $1::bigint is null or registered_seq <= $1
     order by code collate "C"`,
    [asOf],
  );
