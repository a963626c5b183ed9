import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Day, type DivisionCode, type UnitCode } from '#libs/values';
import { type UnitKind } from '../../domain/unit.events.js';
import { AspectRow, UnitRow } from '../../projections/unit-directory/unit.entity.js';
import { HELD, type Moment, momentValues } from '../moment.js';
import { type ShownEnd, endedUnits } from '../successors/successors.query.js';

/** A unit as it was on a day; `group` is its assessment group, `parent` the unit above it. */
export interface UnitSummary {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  readonly group: string;
  readonly divisionCode?: DivisionCode;
  readonly parent?: UnitCode;
  readonly registeredOn: Day;
  /** Present from the day on which it has merged or split. */
  readonly end?: ShownEnd;
}

type Found = Omit<UnitSummary, 'divisionCode' | 'parent' | 'end'> & {
  divisionCode: string | null;
  parent: string | null;
};

const valueOf = (aspect: string) => `(
  select value from ${tableOf(AspectRow).name} a
  where a.unit = u.code and a.aspect = '${aspect}' and ${HELD} order by seq desc limit 1
)`;

/** Units registered by `$2`, as they were on the day `$1`; of one code when `$3` is given. */
const UNITS = `
  select u.code, u.kind, u.registered_on::text as "registeredOn", ${valueOf('name')} as name,
    ${valueOf('group')} as "group", ${valueOf('division')} as "divisionCode", ${valueOf('parent')} as parent
  from ${tableOf(UnitRow).name} u
  where ($2::bigint is null or u.registered_seq <= $2) and ($3::text is null or u.code = $3)
  order by u.code collate "C"`;

/** The units registered by the seq `asOf` (by now when absent) as they were `on` a day, in order of their codes. */
export const listUnits = (sql: Sql, asOf?: bigint, on?: Day): Promise<UnitSummary[]> => unitsAt(sql, { asOf, on });

/** The unit of that code as it was at the moment, if it is registered. */
export const unitByCode = async (sql: Sql, code: UnitCode, moment: Moment = {}): Promise<UnitSummary | undefined> =>
  (await unitsAt(sql, moment, code))[0];

async function unitsAt(sql: Sql, moment: Moment, code?: UnitCode): Promise<UnitSummary[]> {
  const found = await sql.query<Found[]>(UNITS, [...momentValues(moment), code]);
  const ended = await endedUnits(sql, moment);
  return found.map(({ divisionCode, parent, ...unit }) => ({
    ...unit,
    divisionCode: divisionCode ?? undefined,
    parent: parent ?? undefined,
    end: ended.get(unit.code),
  }));
}
