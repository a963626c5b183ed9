import { revisionsAt } from '#libs/audit';
import { type Sql } from '#libs/database';
import { KNOWN_AT, selectRows, tableOf } from '#libs/read-models';
import { projectStream } from '../domain/project.events.js';
import { rowOf } from '../projections/project-summary/columns.js';
import { ProjectStepsRow } from '../projections/project-summary/project-steps.entity.js';
import { ProjectRow } from '../projections/project-summary/project-summary.entity.js';
import { openedProjects } from '../projections/project-summary/standing-project.js';
import { type Candidates, type Sought, candidates } from './candidates.js';

/** As known at the seq `asOf`; `present` says that it is the last one, so that the past need not be looked at. */
export interface Known {
  readonly asOf: bigint;
  readonly present: boolean;
  /** Up to how many projects are looked up rather than walked past. */
  readonly few?: number;
}

const STEPS = tableOf(ProjectStepsRow).name;

/** SQL over the steps of projects for what few of them are at a time: an index has every version in which one is. */
export type Seldom =
  | 'stage = $4'
  | 'unit = $3 and stage = $4'
  | 'suspended_on is not null'
  | 'terminated_on is not null'
  | 'found_fake_on is not null'
  | 'handed_over'
  | 'key_level is not null';

/** How few of the projects a list looks through, where it can tell. */
export interface Narrowed {
  /** The condition holds only of versions that are so. */
  readonly seldom?: Seldom;
  /** The condition holds only of what is found by these. */
  readonly sought?: Sought;
}

/** The versions of projects that were current at the seq `$1`, each with the `id` and `opened_seq` of its project. */
const then = ({ seldom, sought = {} }: Narrowed): string =>
  seldom
    ? `select *, project as id, project_opened_seq as opened_seq from ${STEPS} where ${KNOWN_AT} and ${seldom}`
    : walked(candidates(sought));

/**
 * Project by project, so that a page costs no more than the projects down to its end: a join of all with all versions
 * would be sorted first.
 */
const walked = ({ projects, among }: Candidates): string =>
  `select version.*, opened.id, opened.opened_seq from ${projects} opened cross join lateral (
     select * from ${STEPS} steps where steps.project = opened.id and steps.from_seq <= $1
     order by steps.from_seq desc limit 1
   ) version
   where opened.opened_seq <= $1 and (version.until_seq is null or version.until_seq > $1) and ${among}`;

/**
 * Projects as lists show them. `condition` is SQL over `opened_seq` and the columns that `ProjectRow` and
 * `ProjectStepsRow` have both, on to an order by `opened_seq` and a limit; its values are `$2`, `$3` …
 */
export async function projectRows(
  sql: Sql,
  { asOf, present, ...narrowed }: Known & Narrowed,
  condition: string,
  ...values: unknown[]
): Promise<ProjectRow[]> {
  if (present) return selectRows(sql, ProjectRow, `$1::bigint is not null and ${condition}`, asOf, ...values);
  const known = `select id from (${then(narrowed)}) known where ${condition}`;
  const found = await sql.query<{ id: string }[]>(known, [asOf, ...values]);
  return projectRowsAt(
    sql,
    found.map(({ id }) => id),
    asOf,
  );
}

/** What the rows of projects were at the seq `asOf`, in the order of their ids: what is kept of the past leaves them. */
export async function projectRowsAt(sql: Sql, ids: readonly string[], asOf: bigint): Promise<ProjectRow[]> {
  const [projects, revisions] = await Promise.all([
    openedProjects(sql, ids, asOf),
    revisionsAt(sql, ids.map(projectStream), asOf),
  ]);
  return ids.flatMap((id) => {
    const opened = projects.get(id);
    if (!opened) return [];
    const revision = revisions.get(projectStream(id)) ?? '0';
    return rowOf(id, opened.project, { openedSeq: opened.openedSeq, revision });
  });
}
