import { type Sql } from '#libs/database';
import { projectNames } from '#libs/projects';
import { unitNames } from '#libs/units';
import { type Day } from '#libs/values';
import { type ApprovalRow } from '../projections/approvals/approval.entities.js';
import { type ApprovalOnDay, approvalOnDay } from './approval-on-day.js';
import { calendarKnownAt } from './calendar-known-at.js';

/** Rows as the API shows them on a day, with the names of their units and projects. */
export async function shownApprovals(
  sql: Sql,
  rows: readonly ApprovalRow[],
  { on, asOf }: { readonly on: Day; readonly asOf: bigint },
): Promise<ApprovalOnDay[]> {
  const calendar = await calendarKnownAt(sql, asOf);
  const units = rows.flatMap(({ unit, department, agentUnit }) => [
    unit,
    department,
    ...(agentUnit ? [agentUnit] : []),
  ]);
  const projects = Array.from(rows, ({ project }) => project);
  const naming = {
    unitOf: await unitNames(sql, units, { on, asOf }),
    projectOf: await projectNames(sql, projects, asOf),
  };
  return rows.map((row) => approvalOnDay(row, on, calendar, naming));
}
