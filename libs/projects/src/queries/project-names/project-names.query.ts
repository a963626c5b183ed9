import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { ProjectRow } from '../../projections/project-summary/project-summary.entity.js';

/** A project as other models' answers name it. */
export interface NamedProject {
  readonly id: string;
  readonly name: string;
}

/** The names of the given projects, read at once; the id stands in for a project that isn't known. */
export async function projectNames(sql: Sql, ids: readonly string[]): Promise<(id: string) => NamedProject> {
  const projects = await sql.query<NamedProject[]>(
    `select id, name from ${tableOf(ProjectRow).name} where id = any($1)`,
    [[...new Set(ids)]],
  );
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? id });
}
