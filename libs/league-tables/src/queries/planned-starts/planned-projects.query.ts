import { type Sql } from '#libs/database';
import { type NamedProject, projectNames } from '#libs/projects';
import { type Page, cursorOf, pageOf, placeLike } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type Month, type Share, type UnitCode, Decimal, monthOf } from '#libs/values';
import { POSTING } from '../totals/marked-postings.js';
import { type PlannedStartRate, type PlannedStartsQuestion, periodOf } from './planned-starts.query.js';

/** A project behind a rate, under a unit that is credited with it. */
export interface PlannedProject {
  readonly project: NamedProject;
  readonly unit: NamedUnit;
  /** The part, of one, that it is in the denominator with; and in the numerator, once started. */
  readonly share: Share;
  readonly startMonth: Month;
  /** The month is over. */
  readonly due: boolean;
  readonly started: boolean;
  readonly startedOn?: Day;
}

export interface PlannedProjectsQuestion extends PlannedStartsQuestion {
  readonly metric: PlannedStartRate;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
}

/** What stands of a metric at the seq `$1` on a day: entries taken back add up to nothing. */
const standing = (metric: string, on: string, keys: string) => `
  select ${keys}, sum(quantity) as quantity from ${POSTING}
  where metric = '${metric}' and ${on} and seq <= $1 group by ${keys} having sum(quantity) > 0`;

const PAGE = `${standing(
  'planned-starts',
  `day between $2 and $3 and ($4::text is null or unit = $4) and ($5::text is null or unit = $5)
   and ($6::date is null or (day, project, unit) > ($6, $7, $8))`,
  'day, project, unit',
)} order by day, project, unit limit $9`;

/** One page of the projects behind a rate's denominator, by planned month. @throws Refusal CURSOR.INVALID */
export async function plannedProjects(sql: Sql, question: PlannedProjectsQuestion): Promise<Page<PlannedProject>> {
  const { metric, on, asOf, unit, visibleUnit, cursor, limit } = question;
  const { from, to } = periodOf(metric, question);
  const place =
    cursor === undefined ? [] : placeLike(cursor, [/^\d{4}-\d{2}-\d{2}$/, /^[\w-]{1,60}$/, /^[\w-]{1,60}$/]);
  type Row = { day: Day; project: string; unit: UnitCode; quantity: string; startedOn: Day | null };
  const rows = await sql.query<Row[]>(
    `select planned.day::text as day, project, unit, quantity, started.day::text as "startedOn"
     from (${PAGE}) planned left join lateral (
       select min(day) as day
       from (${standing('started-projects', 'posting.project = planned.project and day <= $10', 'day')}) standing
     ) started on true
     order by planned.day, project, unit`,
    [asOf, from, to, unit, visibleUnit, ...[0, 1, 2].map((part) => place[part]), limit + 1, on],
  );
  const page = pageOf(rows, limit, ({ day, project, unit }) => cursorOf(day, project, unit));
  const unitOf = await unitNames(
    sql,
    page.rows.map((row) => row.unit),
    { on, asOf },
  );
  const projectOf = await projectNames(
    sql,
    page.rows.map(({ project }) => project),
    asOf,
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({
      project: projectOf(row.project),
      unit: unitOf(row.unit),
      share: new Decimal(row.quantity).toFixed(),
      startMonth: monthOf(row.day),
      due: row.day <= on,
      started: row.startedOn !== null,
      startedOn: row.startedOn ?? undefined,
    })),
  };
}
