import { APPROVAL_DEADLINES, type ApprovalKind, type Owed, approvalName, outstandingOn } from '#libs/approvals';
import { type Sql } from '#libs/database';
import { MILESTONE_DEADLINES } from '#libs/plans';
import { type NamedProject, PROJECT_DEADLINES, projectNames } from '#libs/projects';
import { type Page, cursorOf, pageOf, placeLike, spansAroundDay, spansAroundSeq } from '#libs/read-models';
import { STEWARD_DEADLINES, type StewardedKind } from '#libs/stewardships';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type UnitCode, daysBetween } from '#libs/values';
import { overdueArms } from './overdue-arms.js';

const SOURCES = [...APPROVAL_DEADLINES, ...MILESTONE_DEADLINES, ...PROJECT_DEADLINES, ...STEWARD_DEADLINES];

export type OverdueKind = (typeof SOURCES)[number]['kind'];
export const OVERDUE_KINDS: readonly OverdueKind[] = SOURCES.map(({ kind }) => kind);

/** What is overdue at the end of a day (features.md D8), the longest overdue first. */
export interface OverdueQuestion {
  readonly on: Day;
  readonly kind?: OverdueKind;
  /** The unit that answers for the project, or beside the leader. */
  readonly unit?: UnitCode;
  /** The unit that has to act. */
  readonly holder?: UnitCode;
  readonly project?: string;
  /** As known at this seq; `present` says that it is the last one. */
  readonly asOf: bigint;
  readonly present: boolean;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only what this unit answers for, is the place of or has to act on can be seen. */
  readonly visibleUnit?: UnitCode;
}

export interface Overdue {
  readonly kind: OverdueKind;
  /** The approval's kind or the milestone's code, and how people call it. */
  readonly code: string;
  readonly name: string;
  /** The project; or, of 六定, the enterprise, park or district that a leader looks after. */
  readonly project?: NamedProject;
  readonly stewarded?: {
    readonly stewardship: string;
    readonly kind: StewardedKind;
    readonly code: string;
    readonly name: string;
  };
  readonly unit: NamedUnit;
  /** Who has to act. */
  readonly holder: NamedUnit;
  readonly dueOn: Day;
  /** Days of the year since the day it was due. */
  readonly daysOverdue: number;
  /** By name what of an approval's papers, or of a commitment, was still to be handed in. */
  readonly outstanding?: readonly string[];
  /** Where it can be looked up, and the approval's id where it is one's. */
  readonly link: string;
  readonly approvalId?: string;
}

interface Row {
  readonly kind: OverdueKind;
  readonly dueOn: Day;
  readonly first: string;
  readonly second: string;
  readonly project: string | null;
  readonly stewarded: (Omit<NonNullable<Overdue['stewarded']>, 'name'> & { readonly name: string | null }) | null;
  readonly unit: UnitCode;
  readonly holder: UnitCode;
  readonly code: string;
  readonly label: string | null;
  readonly approval: string | null;
  readonly owed: Owed | null;
}

const CURSOR = [/^\d{4}-\d{2}-\d{2}$/, /^[a-z-]{1,20}$/, /^[\w-]{1,60}$/, /^[\w-]{1,60}$/];

/** One page of what is overdue, in one query over all that has deadlines. @throws Refusal CURSOR.INVALID */
export async function overdueList(sql: Sql, question: OverdueQuestion): Promise<Page<Overdue>> {
  const { on, kind, unit, holder, project, asOf, present, cursor, limit, visibleUnit } = question;
  const sources = SOURCES.filter((source) => kind === undefined || source.kind === kind);
  const [due, after, ...keys] = cursor === undefined ? [] : placeLike(cursor, CURSOR);
  const rows = await sql.query<Row[]>(
    `select kind, due_on::text as "dueOn", first, second, project, unit, holder, code, label, approval, stewarded,
       owed
     from (${sources.flatMap((source) => overdueArms(source, { present, after })).join(' union all ')}) overdue
     order by due_on, kind collate "C", first collate "C", second collate "C" limit $10`,
    [
      ...[asOf, on, unit, holder, project, visibleUnit, due, keys[0], keys[1], limit + 1],
      spansAroundDay(on),
      ...(present ? [] : [spansAroundSeq(asOf)]),
    ],
  );
  const page = pageOf(rows, limit, (last) => cursorOf(last.dueOn, last.kind, last.first, last.second));
  return { ...page, rows: await shown(sql, page.rows, { on, asOf }) };
}

async function shown(sql: Sql, rows: readonly Row[], moment: { on: Day; asOf: bigint }): Promise<Overdue[]> {
  const unitOf = await unitNames(
    sql,
    rows.flatMap(({ unit, holder, stewarded }) => [unit, holder, ...(stewarded ? [stewarded.code] : [])]),
    moment,
  );
  const projectOf = await projectNames(
    sql,
    rows.flatMap(({ project }) => project ?? []),
    moment.asOf,
  );
  return rows.map(({ kind, dueOn, project, unit, holder, code, label, approval, stewarded, owed }) => ({
    kind,
    code,
    name: approval === null ? (label ?? code) : approvalName(code as ApprovalKind, label ?? undefined),
    ...(project !== null && { project: projectOf(project) }),
    ...(stewarded && {
      stewarded: {
        ...stewarded,
        name: stewarded.kind === 'enterprise' ? (stewarded.name ?? stewarded.code) : unitOf(stewarded.code).name,
      },
    }),
    unit: unitOf(unit),
    holder: unitOf(holder),
    dueOn,
    daysOverdue: daysBetween(dueOn, moment.on),
    ...(owed && { outstanding: outstandingOn(owed, moment.on) }),
    link: stewarded ? `/v1/stewardships/${stewarded.stewardship}` : `/v1/projects/${project}`,
    approvalId: approval ?? undefined,
  }));
}
