import { type Sql } from '#libs/database';
import { readableProjects } from '#libs/projects';
import { KNOWN_AT, type Page, cursorOf, pageOf, placeOf, selectRows } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { type ApprovalKind } from '../../domain/approval.kinds.js';
import { ApprovalRow } from '../../projections/approvals/approval.entities.js';
import { type ApprovalOnDay } from '../approval-on-day.js';
import { shownApprovals } from '../shown-approvals.js';

/** `pending`: not decided by the day; `overdue`: pending beyond the limit; `granted`: in force on the day. */
export const APPROVAL_FILTERS = ['pending', 'overdue', 'granted'] as const;
export type ApprovalFilter = (typeof APPROVAL_FILTERS)[number];

/** Which approvals, on which day and as known at which seq, newest request first. */
export interface ApprovalsQuestion {
  readonly project?: string;
  readonly unit?: UnitCode;
  readonly department?: UnitCode;
  readonly kind?: ApprovalKind;
  readonly jointCase?: string;
  readonly filter?: ApprovalFilter;
  readonly on: Day;
  readonly asOf: bigint;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only what this unit decides on or goes errands for, or what belongs to a project that it reads, can be seen. */
  readonly visibleUnit?: UnitCode;
}

/** For each filter, the condition on a row and the day `$2`. */
const CONDITIONS: Record<ApprovalFilter, string> = {
  pending: '(decided_on is null or decided_on > $2::date)',
  overdue: '(decided_on is null or decided_on > $2::date) and due_on < $2::date',
  granted: `outcome = 'granted' and decided_on <= $2::date and (revoked_on is null or revoked_on > $2::date)`,
};

/** The condition that a unit (`$n`) may see a row: its project's, or one that it has to do with itself. */
export const visibleTo = (unit: string): string =>
  `(${unit}::text is null or unit = ${unit} or local_unit = ${unit} or department = ${unit} or agent_unit = ${unit}
    or project in (${readableProjects(unit)}))`;

/** One page of approvals as they stood on a day. @throws Refusal CURSOR.INVALID */
export async function listApprovals(sql: Sql, question: ApprovalsQuestion): Promise<Page<ApprovalOnDay>> {
  const { project, unit, department, kind, jointCase, filter, on, asOf, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const rows = await selectRows(
    sql,
    ApprovalRow,
    `${KNOWN_AT} and requested_seq <= $1 and requested_on <= $2::date and ${filter ? CONDITIONS[filter] : 'true'}
     and ($3::text is null or project = $3) and ($4::text is null or unit = $4)
     and ($5::text is null or department = $5) and ($6::text is null or kind = $6)
     and ($7::text is null or joint_case = $7) and ${visibleTo('$8')}
     and ($9::bigint is null or requested_seq < $9) order by requested_seq desc limit $10`,
    ...[asOf, on, project, unit, department, kind, jointCase, visibleUnit, before, limit + 1],
  );
  const page = pageOf(rows, limit, ({ requestedSeq }) => cursorOf(requestedSeq));
  return { ...page, rows: await shownApprovals(sql, page.rows, { on, asOf }) };
}
