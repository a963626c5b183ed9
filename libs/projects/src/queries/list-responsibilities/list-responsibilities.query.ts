import { type Sql } from '#libs/database';
import { type Page, cursorOf, pageOf, placeOf } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { type Stage } from '../../domain/project.state.js';
import { openedProjects } from '../../projections/project-summary/standing-project.js';
import { equal, listing, soughtBy } from '../candidates.js';
import { type Known, projectRows } from '../known.js';
import { type ProjectRecord, recordOf, unitsInRecord } from '../project-summary/project-record.query.js';
import { unitsIn } from '../summary.js';
import { visibleTo } from '../visible.js';

/** Which projects, newest first; `cursor` is the `next` of the page before. */
export interface ResponsibilitiesQuestion extends Known {
  /** Answers for it. */
  readonly unit?: UnitCode;
  readonly group?: UnitCode;
  /** The account of a leader who is attached, or leads by 六定. */
  readonly leader?: string;
  /** Only those that another unit answered for before. */
  readonly handedOver?: boolean;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only this unit's projects can be seen. */
  readonly visibleUnit?: UnitCode;
}

/** Who answers for a project (features.md P9, P10): its units, since when, the leaders attached to it, and the 六定. */
export type ResponsibilityLine = Pick<ProjectRecord, 'tenures' | 'leaders' | 'responsibility'> & {
  readonly project: { readonly id: string; readonly name: string };
  readonly stage: Stage;
  readonly unit: NamedUnit;
  readonly localUnit: NamedUnit;
  readonly group?: NamedUnit;
};

/** One page of who answered for what. @throws Refusal CURSOR.INVALID */
export async function listResponsibilities(
  sql: Sql,
  question: ResponsibilitiesQuestion,
): Promise<Page<ResponsibilityLine>> {
  const { asOf, present, unit, group, leader, handedOver = false, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const sought = soughtBy({
    reader: visibleUnit !== undefined && listing('readers', '$2'),
    unit: unit !== undefined && equal('unit', '$3'),
    group: group !== undefined && equal('project_group', '$4'),
    leader: leader !== undefined && listing('leaders', '$5'),
  });
  const projects = await projectRows(
    sql,
    { ...question, seldom: handedOver ? 'handed_over' : undefined, sought },
    `${visibleTo('$2')} and ($3::text is null or unit = $3) and ($4::text is null or project_group = $4)
     and ($5::text is null or leaders ? $5) and (not $6 or handed_over)
     and ($7::bigint is null or opened_seq < $7) order by opened_seq desc limit $8`,
    ...[visibleUnit, unit, group, leader, handedOver, before, limit + 1],
  );
  const page = pageOf(projects, limit, ({ openedSeq }) => cursorOf(openedSeq));
  const ids = page.rows.map(({ id }) => id);
  const states = await openedProjects(sql, ids, present ? undefined : asOf);
  const codes = [
    ...page.rows.flatMap(unitsIn),
    ...[...states.values()].flatMap(({ project }) => unitsInRecord(project)),
  ];
  const nameOf = await unitNames(sql, codes, { asOf });
  return {
    ...page,
    rows: page.rows.flatMap((row) => {
      const state = states.get(row.id);
      if (!state) return [];
      const { tenures, leaders, responsibility } = recordOf(state.project, nameOf);
      return {
        project: { id: row.id, name: row.name },
        stage: row.stage,
        unit: nameOf(row.unit),
        localUnit: nameOf(row.localUnit),
        ...(row.group !== null && { group: nameOf(row.group) }),
        tenures,
        leaders,
        responsibility,
      };
    }),
  };
}
