import { type Sql } from '#libs/database';
import { type NamedProject, projectNames } from '#libs/projects';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type UnitCode } from '#libs/values';

/** How the units and projects of entries are shown, as known at the seq `asOf`; a unit by its name of a day. */
export interface NamesBehind {
  readonly unitOf: (unit: UnitCode, on: Day) => NamedUnit;
  readonly projectOf: (project: string) => NamedProject;
}

/** The names behind entries of the ledger; two queries, however many entries. */
export async function namesBehind(
  sql: Sql,
  entries: readonly { readonly unit: UnitCode; readonly project: string | null }[],
  asOf: bigint,
): Promise<NamesBehind> {
  const units = entries.map(({ unit }) => unit);
  const projects = entries.flatMap(({ project }) => project ?? []);
  return { unitOf: await unitNames(sql, units, { asOf }), projectOf: await projectNames(sql, projects, asOf) };
}
