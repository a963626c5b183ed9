import { type Sql } from '#libs/database';
import { unitNames } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { projectRows } from '../known.js';
import { type ProjectSummary, summaryOf, unitsIn } from '../summary.js';
import { visibleTo } from '../visible.js';

/**
 * A project as it stands now, or stood at the seq `asOf`; `undefined` when there is none of that id, or `visibleUnit` may
 * not read of it.
 */
export async function projectSummaryOf(
  sql: Sql,
  id: string,
  visibleUnit?: UnitCode,
  asOf?: bigint,
): Promise<ProjectSummary | undefined> {
  const known = { asOf: asOf ?? 0n, present: asOf === undefined };
  const [row] = await projectRows(sql, known, `${visibleTo('$2')} and id = $3`, visibleUnit, id);
  return row && summaryOf(row, await unitNames(sql, unitsIn(row), { asOf }));
}
