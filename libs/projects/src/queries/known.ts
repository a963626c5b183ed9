import { revisionsAt } from '#libs/audit';
import { type Sql } from '#libs/database';
import { KNOWN_AT, selectRows, tableOf } from '#libs/read-models';
import { projectStream } from '../domain/project.events.js';
import { rowOf } from '../projections/project-summary/columns.js';
import { ProjectStepsRow } from '../projections/project-summary/project-steps.entity.js';
import { ProjectRow } from '../projections/project-summary/project-summary.entity.js';
import { openedProjects } from '../projections/project-summary/standing-project.js';

/** As known at the seq `asOf`; `present` says that it is the last one, so that the past need not be looked at. */
export interface Known {
  readonly asOf: bigint;
  readonly present: boolean;
}

/** The versions of projects that were current at the seq `$1`, each with the `opened_seq` of its project. */
const THEN = `select version.*, opened.id, opened.opened_seq
  from ${tableOf(ProjectRow).name} opened join ${tableOf(ProjectStepsRow).name} version on version.project = opened.id
  where ${KNOWN_AT}`;

/**
 * Projects as lists show them. `condition` is SQL over `opened_seq` and the columns that `ProjectRow` and
 * `ProjectStepsRow` have both, on to an order by `opened_seq` and a limit; its values are `$2`, `$3` …
 */
export async function projectRows(
  sql: Sql,
  { asOf, present }: Known,
  condition: string,
  ...values: unknown[]
): Promise<ProjectRow[]> {
  if (present) return selectRows(sql, ProjectRow, `$1::bigint is not null and ${condition}`, asOf, ...values);
  const found = await sql.query<{ id: string }[]>(`select id from (${THEN}) known where ${condition}`, [
    asOf,
    ...values,
  ]);
  return projectRowsAt(
    sql,
    found.map(({ id }) => id),
    asOf,
  );
}

/** What the rows of projects were at the seq `asOf`, in the order of their ids: what is kept of the past leaves them. */
export async function projectRowsAt(sql: Sql, ids: readonly string[], asOf: bigint): Promise<ProjectRow[]> {
  const projects = await openedProjects(sql, ids, asOf);
  const revisions = await revisionsAt(sql, ids.map(projectStream), asOf);
  return ids.flatMap((id) => {
    const opened = projects.get(id);
    if (!opened) return [];
    const revision = revisions.get(projectStream(id)) ?? '0';
    return rowOf(id, opened.project, { openedSeq: opened.openedSeq, revision });
  });
}
