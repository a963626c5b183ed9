import { type Sql } from '#libs/database';
import { type Page, cursorOf, pageOf, placeOf, selectRows } from '#libs/read-models';
import { unitNames } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { ProjectRow, type Stage } from '../../projections/project-summary/project-summary.entity.js';
import { type ProjectSummary, summaryOf } from '../summary.js';

/** Which projects, newest first. `q` is part of the name, `cursor` the `next` of the page before. */
export interface ProjectsQuestion {
  readonly unit?: UnitCode;
  readonly stage?: Stage;
  readonly q?: string;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only this unit's projects can be seen. */
  readonly visibleUnit?: UnitCode;
}

/** One page of projects as they stand now. @throws Refusal CURSOR.INVALID */
export async function listProjects(sql: Sql, question: ProjectsQuestion): Promise<Page<ProjectSummary>> {
  const { unit, stage, q, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    ProjectRow,
    `($1::text is null or unit = $1) and ($2::text is null or unit = $2) and ($3::text is null or stage = $3)
     and ($4::text is null or name ilike $4) and ($5::bigint is null or opened_seq < $5)
     order by opened_seq desc limit $6`,
    unit,
    visibleUnit,
    stage,
    q === undefined ? undefined : `%${literally(q)}%`,
    before,
    limit + 1,
  );
  const page = pageOf(rows, limit, ({ openedSeq }) => cursorOf(openedSeq));
  const nameOf = await unitNames(
    sql,
    Array.from(page.rows, (row) => row.unit),
  );
  return { ...page, rows: page.rows.map((row) => summaryOf(row, nameOf)) };
}

/** Text that stands for itself in a LIKE pattern. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
