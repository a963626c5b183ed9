import { type Sql } from '#libs/database';
import { selectRows } from '#libs/read-models';
import { unitNames } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { ProjectRow } from '../../projections/project-summary/project-summary.entity.js';
import { type ProjectSummary, summaryOf, unitsIn } from '../summary.js';
import { visibleTo } from '../visible.js';

/** A project as it stands now; `undefined` when there is none of that id, or it is another's than `visibleUnit`'s. */
export async function projectSummaryOf(
  sql: Sql,
  id: string,
  visibleUnit?: UnitCode,
): Promise<ProjectSummary | undefined> {
  const [row] = await selectRows(sql, ProjectRow, `${visibleTo('$1')} and id = $2`, visibleUnit, id);
  return row && summaryOf(row, await unitNames(sql, unitsIn(row)));
}
