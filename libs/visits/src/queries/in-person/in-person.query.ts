import { type Sql } from '#libs/database';
import { type MajorProject, type MajorProjectsQuestion, majorProjects } from '#libs/projects';
import { KNOWN_AT, type Page, selectRows } from '#libs/read-models';
import { type Day } from '#libs/values';
import { IN_PERSON, type InPerson } from '../../domain/visit.events.js';
import { VisitRow } from '../../projections/visit-register/visit.entity.js';

/** What leaders did in person for a major project in a period; `missing` is what none of them did. */
export interface InPersonLine extends MajorProject {
  readonly done: Record<InPerson, number>;
  readonly missing: readonly InPerson[];
  readonly leaders: readonly string[];
  /** The last day of the last of them. */
  readonly lastOn?: Day;
}

/** The major projects, and the period of visits by their last day, both days included. */
export interface InPersonQuestion extends MajorProjectsQuestion {
  readonly from: Day;
  readonly to: Day;
}

/**
 * 三个亲自, project by project (001 一(五)): a visit counts for every project that it names, and for the project that a
 * lead it names has become.
 */
export async function inPersonTable(sql: Sql, { from, to, ...which }: InPersonQuestion): Promise<Page<InPersonLine>> {
  const page = await majorProjects(sql, which);
  const leads = page.rows.flatMap(({ leadId }) => leadId ?? []);
  const visits = await selectRows(
    sql,
    VisitRow,
    `${KNOWN_AT} and (projects ?| $2 or leads ?| $3) and in_person <> '[]'::jsonb and last_day between $4 and $5
     order by last_day, seq`,
    which.asOf,
    page.rows.map(({ id }) => id),
    leads,
    from,
    to,
  );
  return { ...page, rows: page.rows.map((project) => lineOf(project, visits)) };
}

function lineOf(project: MajorProject, visits: readonly VisitRow[]): InPersonLine {
  const { id, leadId } = project;
  const own = visits.filter(
    ({ projects, leads }) => projects.includes(id) || (leadId !== undefined && leads.includes(leadId)),
  );
  const times = (act: InPerson) => own.filter(({ inPerson }) => inPerson.includes(act)).length;
  const done = { negotiate: times('negotiate'), coordinate: times('coordinate'), supervise: times('supervise') };
  return {
    ...project,
    done,
    missing: IN_PERSON.filter((act) => done[act] === 0),
    leaders: [...new Set(own.flatMap(({ leader }) => leader ?? []))],
    lastOn: own.at(-1)?.lastDay,
  };
}
