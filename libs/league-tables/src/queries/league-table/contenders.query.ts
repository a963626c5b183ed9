import { type Sql } from '#libs/database';
import { projectNames } from '#libs/projects';
import { type UnitSummary, listUnits } from '#libs/units';
import { type Day, type SubjectKind, type UnitCode } from '#libs/values';
import { existedIn, noteOf } from './units-of-period.js';

/** Whom a table compares. */
export type TableOf = Exclude<SubjectKind, 'city'>;

/** A row's subject: its name on the table's last day, and where the unit went if it has merged or split by then. */
export interface Named {
  readonly name: string;
  readonly note?: string;
}

/** Who is compared in a table. */
export interface Contenders {
  readonly takesPart: (code: string) => boolean;
  /** Those who have a row even if they have nothing to show. */
  readonly always: readonly string[];
  /** Those who have come to stand in the table by name, read at once. */
  readonly namesOf: (codes: readonly string[]) => Promise<(code: string) => Named>;
}

interface Field {
  readonly of?: TableOf;
  readonly group?: string;
  /** The table's days: units have the names and groups of the last one. */
  readonly from: Day;
  readonly to: Day;
  readonly entrants?: readonly UnitCode[];
}

/** Entrants where there are some; else districts and zones (or their groups) always, others when they have something. */
export async function contendersOf(sql: Sql, field: Field, asOf: bigint): Promise<Contenders> {
  const { of = 'unit', group, from, to, entrants } = field;
  const units = await listUnits(sql, asOf, to);
  const known = new Map(units.map((unit) => [unit.code, unit]));
  const namesOf = async (codes: readonly string[]) => {
    const projectOf = of === 'project' ? await projectNames(sql, codes, asOf) : undefined;
    return (code: string) => {
      const unit = known.get(code);
      return projectOf?.(code) ?? { name: unit?.name ?? code, note: unit && noteOf(unit) };
    };
  };
  if (entrants) {
    const admitted = new Set(entrants);
    return { takesPart: (code) => admitted.has(code), always: entrants, namesOf };
  }
  const compared = units.filter(
    (unit) => isAlwaysCompared(unit) && existedIn(unit, { from, to }) && (group === undefined || unit.group === group),
  );
  const always = { unit: compared.map(({ code }) => code), group: [...new Set(compared.map((unit) => unit.group))] };
  return { takesPart: () => true, always: of === 'unit' || of === 'group' ? always[of] : [], namesOf };
}

const isAlwaysCompared = ({ kind }: UnitSummary): boolean => kind === 'district' || kind === 'development-zone';
