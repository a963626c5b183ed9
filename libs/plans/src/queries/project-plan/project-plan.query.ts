import { type Sql } from '#libs/database';
import { KNOWN_AT, selectRows, tableOf } from '#libs/read-models';
import { type Day, type Grade, type UnitCode } from '#libs/values';
import { type PlannedMilestone } from '../../domain/plan.events.js';
import { type AnnualPlan } from '../../domain/plan.state.js';
import { type Thresholds } from '../../domain/thresholds.events.js';
import { type Light, lightOn, slippageOn } from '../../domain/thresholds.js';
import {
  AnnualPlanRow,
  MilestoneRow,
  PlanVersionRow,
  PlanVersionVoidRow,
  SubjectRow,
} from '../../projections/milestones/milestone.entities.js';
import { thresholdsKnownAt } from '../thresholds/thresholds-known-at.query.js';
import { completionOn } from './completion.js';

/** One bar of the chart at the end of a day. Slippages are days: negative when early, so far when not reached yet. */
export interface ChartedMilestone {
  readonly code: string;
  readonly name: string;
  readonly order?: number;
  readonly weight?: number;
  readonly baselineOn?: Day;
  readonly plannedOn?: Day;
  /** By when the contract promises it. */
  readonly contractBy?: Day;
  readonly reachedOn?: Day;
  readonly reachedEvent?: string;
  readonly grade?: Grade;
  readonly slippage: { readonly baseline?: number; readonly plan?: number; readonly contract?: number };
  /** Absent for what isn't planned. */
  readonly light?: Light;
}

/** The plan as it was baselined (first) and each time it was revised. */
export interface PlanVersion {
  readonly seq: string;
  readonly eventId: string;
  readonly occurredOn: Day;
  readonly reason?: string;
  readonly approver?: string;
  readonly milestones: readonly PlannedMilestone[];
}

export interface ProjectPlan {
  readonly thresholds: Thresholds & { readonly set: boolean };
  /** In the order of the chart; what isn't planned comes last, by its days. */
  readonly milestones: readonly ChartedMilestone[];
  /** Weight reached of all weight planned, in per cent with one place; absent when milestones don't weigh. */
  readonly completion?: string;
  readonly versions: readonly PlanVersion[];
  readonly years: readonly AnnualPlan[];
}

interface Question {
  readonly on: Day;
  readonly asOf: bigint;
  readonly visibleUnit?: UnitCode;
}

const NOT_VOID = `not exists (
  select from ${tableOf(PlanVersionVoidRow).name} void where void.event_id = plan_version.event_id and void.seq <= $1
)`;
/** Whoever reads the project (its units, who shares in it, who was told of it) reads its plan. */
const VISIBLE = `($3::text is null or unit = $3 or local_unit = $3 or exists (
  select from ${tableOf(SubjectRow).name} subject
  where subject.project = $2 and (
    (subject.state -> 'reportedTo')::jsonb @> jsonb_build_array($3::text)
    or (subject.state -> 'divisions')::jsonb @> jsonb_build_array(
      jsonb_build_object('shares', jsonb_build_array(jsonb_build_object('unit', $3::text)))
    )
  )
))`;

/** A project's chart as it was known at the seq `asOf`, its lights and slippage for the day `on`. */
export async function projectPlan(sql: Sql, project: string, question: Question): Promise<ProjectPlan> {
  const { on, asOf, visibleUnit } = question;
  const known = [asOf, project, visibleUnit];
  const rows = await selectRows(
    sql,
    MilestoneRow,
    `${KNOWN_AT} and project = $2 and ${VISIBLE}
     order by plan_order nulls last, coalesce(planned_on, reached_on, contract_by), code`,
    ...known,
  );
  const years = await selectRows(
    sql,
    AnnualPlanRow,
    `${KNOWN_AT} and project = $2 and ${VISIBLE} order by year`,
    ...known,
  );
  const visible = rows.length + years.length > 0;
  const versions = visible
    ? await selectRows(sql, PlanVersionRow, `seq <= $1 and project = $2 and ${NOT_VOID} order by seq`, asOf, project)
    : [];
  const thresholds = await thresholdsKnownAt(sql, asOf);
  return {
    thresholds,
    milestones: rows.map((row) => charted(row, on, thresholds)),
    completion: completionOn(rows, on),
    versions: versions.map(({ project: _, reason, approver, ...version }) => ({
      ...version,
      reason: reason ?? undefined,
      approver: approver ?? undefined,
    })),
    years: years.map(annualOf),
  };
}

function charted(row: MilestoneRow, on: Day, thresholds: Thresholds): ChartedMilestone {
  const { code, name, order, weight, reachedEvent, grade } = row;
  const reachedOn = row.reachedOn !== null && row.reachedOn <= on ? row.reachedOn : undefined;
  const [baselineOn, plannedOn, contractBy] = [row.baselineOn, row.plannedOn, row.contractBy].map(
    (day) => day ?? undefined,
  );
  const slippage = (target: Day | undefined) =>
    target === undefined
      ? undefined
      : slippageOn(target, reachedOn, row.closedOn !== null && row.closedOn < on ? row.closedOn : on);
  return {
    code,
    name,
    order: order ?? undefined,
    weight: weight ?? undefined,
    baselineOn,
    plannedOn,
    contractBy,
    reachedOn,
    reachedEvent: reachedOn === undefined ? undefined : (reachedEvent ?? undefined),
    grade: reachedOn === undefined ? undefined : (grade ?? undefined),
    slippage: { baseline: slippage(baselineOn), plan: slippage(plannedOn), contract: slippage(contractBy) },
    light: plannedOn === undefined ? undefined : lightOn({ plannedOn, reachedOn }, on, thresholds),
  };
}

const annualOf = (row: AnnualPlanRow): AnnualPlan => ({
  year: row.year,
  investment: row.investment,
  startMonth: row.startMonth ?? undefined,
  completionMonth: row.completionMonth ?? undefined,
  productionMonth: row.productionMonth ?? undefined,
});
