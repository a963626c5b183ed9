import { type Sql } from '#libs/database';
import { KNOWN_AT, tableOf } from '#libs/read-models';
import { ProjectStepsRow } from '../../projections/project-summary/project-steps.entity.js';
import { ProjectRow } from '../../projections/project-summary/project-summary.entity.js';

/** A project as other models' answers name it. */
export interface NamedProject {
  readonly id: string;
  readonly name: string;
}

const NAMES = `select id, name from ${tableOf(ProjectRow).name} where id = any($1)`;
const NAMES_THEN = `select project as id, name from ${tableOf(ProjectStepsRow).name}
  where ${KNOWN_AT} and project = any($2)`;

/**
 * The names of the given projects, read at once: as they are, or were known at the seq `asOf`. The id stands in for a
 * project that isn't known.
 */
export async function projectNames(
  sql: Sql,
  ids: readonly string[],
  asOf?: bigint,
): Promise<(id: string) => NamedProject> {
  const asked = [...new Set(ids)];
  const projects = await (asOf === undefined
    ? sql.query<NamedProject[]>(NAMES, [asked])
    : sql.query<NamedProject[]>(NAMES_THEN, [asOf, asked]));
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? id });
}
