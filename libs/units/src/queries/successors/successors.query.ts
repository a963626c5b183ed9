import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { type UnitEnd } from '../../domain/unit.state.js';
import { SuccessionRow } from '../../projections/unit-directory/unit.entity.js';
import { HELD, type Moment, momentValues } from '../moment.js';
import { type NamedUnit, unitNames } from '../unit-names/unit-names.query.js';

/** How a unit has gone by the moment's day, from which day, and into which units, under their names of that day. */
export interface ShownEnd {
  readonly kind: UnitEnd['kind'];
  readonly from: Day;
  readonly into: readonly NamedUnit[];
}

const SUCCESSION = tableOf(SuccessionRow).name;

/** The units that have gone by the moment's day, by code. */
export async function endedUnits(sql: Sql, moment: Moment = {}): Promise<ReadonlyMap<UnitCode, ShownEnd>> {
  const ends = await sql.query<{ unit: UnitCode; kind: UnitEnd['kind']; from: Day; into: UnitCode[] }[]>(
    `select unit, kind, from_day::text as "from", array_agg(successor order by successor collate "C") as into
     from ${SUCCESSION} told
     where ${HELD} and ends and seq = (select max(seq) from ${SUCCESSION} later where later.unit = told.unit and ${HELD})
     group by unit, kind, from_day`,
    momentValues(moment),
  );
  const nameOf = await unitNames(
    sql,
    ends.flatMap(({ into }) => into),
    moment,
  );
  return new Map(
    ends.map(({ unit, kind, from, into }) => [unit, { kind, from, into: into.map((heir) => nameOf(heir)) }]),
  );
}

/** Finds the unit that answers in a unit's stead: itself until it merges; itself after a split, which names no one heir. */
export type Succession = (code: UnitCode) => UnitCode;

/** Who answers for whom on the moment's day, merger after merger. */
export async function successors(sql: Sql, moment: Moment = {}): Promise<Succession> {
  const ended = await endedUnits(sql, moment);
  return (code) => {
    const passed = new Set<UnitCode>();
    let unit = code;
    for (;;) {
      const end = ended.get(unit);
      const [heir] = end?.into ?? [];
      // Two mergers recorded at the same moment could point at each other: no stream holds both.
      if (end?.kind !== 'merged' || !heir || passed.has(heir.code)) return unit;
      passed.add(unit);
      unit = heir.code;
    }
  };
}

/** The unit that answers in `code`'s stead on a day: itself unless it has merged by then. */
export const successorOf = async (sql: Sql, code: UnitCode, on: Day): Promise<UnitCode> =>
  (await successors(sql, { on }))(code);
