import { type Sql } from '#libs/database';
import { type NamedProject, projectNames } from '#libs/projects';
import { type Page, cursorOf, pageOf, placeLike, tableOf } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Day, type Month, type UnitCode, Decimal } from '#libs/values';
import { AnnualPlanRow, MilestoneRow } from '../../projections/milestones/milestone.entities.js';

/** Both rates of planned starts are published: each says what it divides by. */
export const PLANNED_START_RATES = {
  'planned-start-rate': {
    name: '年度计划开工率',
    definition: '分母为年度计划中列明当年开工月份的全部项目，分子为其中截至统计日已开工的项目，均计入现责任单位。',
  },
  'planned-start-rate-to-date': {
    name: '时序计划开工率',
    definition:
      '分母为年度计划的开工月份已于统计日前（含）届满的项目，分子为其中截至统计日已开工的项目，均计入现责任单位。',
  },
} as const;
export type PlannedStartRate = keyof typeof PLANNED_START_RATES;

/** Of the plans of a year, on a day, as known at the seq `asOf`. */
export interface PlannedStartsQuestion {
  readonly year: number;
  readonly on: Day;
  readonly asOf: bigint;
  readonly unit?: UnitCode;
  /** Only this unit's projects can be seen. */
  readonly visibleUnit?: UnitCode;
}

/** A rate in per cent with one place, and what it is the ratio of. */
export interface Rate {
  readonly value: string;
  readonly numerator: number;
  readonly denominator: number;
}

export interface PlannedStartsMetric {
  readonly code: PlannedStartRate;
  readonly name: string;
  readonly definition: string;
  /** Absent when nothing was planned to start. */
  readonly total?: Rate;
  /** By unit code; a unit that planned no start has no rate. */
  readonly rows: readonly (Rate & { readonly unit: NamedUnit })[];
}

const version = (alias: string) =>
  `${alias}.from_seq <= $1 and (${alias}.until_seq is null or ${alias}.until_seq > $1)`;
const LAST_DAY = `(to_date(plan.start_month, 'YYYY-MM') + interval '1 month - 1 day')::date`;

/** The projects planned to start in the year `$2`, for the day `$3`, of the unit `$4`, seen by the unit `$5`. */
const PLANNED = `
  select plan.project, plan.unit, plan.start_month, start.reached_on,
    ${LAST_DAY} <= $3::date as due, coalesce(start.reached_on <= $3::date, false) as started
  from ${tableOf(AnnualPlanRow).name} plan
  left join ${tableOf(MilestoneRow).name} start
    on start.project = plan.project and start.code = 'start' and ${version('start')}
  where ${version('plan')} and plan.year = $2 and plan.start_month is not null
    and ($4::text is null or plan.unit = $4)
    and ($5::text is null or plan.unit = $5 or plan.local_unit = $5)`;

const valuesOf = ({ asOf, year, on, unit, visibleUnit }: PlannedStartsQuestion) => [asOf, year, on, unit, visibleUnit];

type Counts = Record<'planned' | 'started' | 'due' | 'dueStarted', number>;

/** Both rates, of each unit and in all. */
export async function plannedStarts(sql: Sql, question: PlannedStartsQuestion): Promise<PlannedStartsMetric[]> {
  const rows = await sql.query<(Counts & { unit: UnitCode })[]>(
    `select unit, count(*)::int as planned, count(*) filter (where started)::int as started,
       count(*) filter (where due)::int as due, count(*) filter (where due and started)::int as "dueStarted"
     from (${PLANNED}) planned group by unit order by unit collate "C"`,
    valuesOf(question),
  );
  const unitOf = await unitNames(
    sql,
    rows.map(({ unit }) => unit),
    question,
  );
  const metric = (code: PlannedStartRate, started: keyof Counts, planned: keyof Counts): PlannedStartsMetric => {
    const sum = (of: keyof Counts) => rows.reduce((total, row) => total + row[of], 0);
    return {
      code,
      ...PLANNED_START_RATES[code],
      total: rateOf(sum(started), sum(planned)),
      rows: rows.flatMap((row) => {
        const rate = rateOf(row[started], row[planned]);
        return rate ? [{ unit: unitOf(row.unit), ...rate }] : [];
      }),
    };
  };
  return [
    metric('planned-start-rate', 'started', 'planned'),
    metric('planned-start-rate-to-date', 'dueStarted', 'due'),
  ];
}

const rateOf = (numerator: number, denominator: number): Rate | undefined =>
  denominator === 0
    ? undefined
    : {
        value: new Decimal(numerator).times(100).dividedBy(denominator).toFixed(1, Decimal.ROUND_HALF_UP),
        numerator,
        denominator,
      };

/** A project behind a rate. */
export interface PlannedProject {
  readonly project: NamedProject;
  readonly unit: NamedUnit;
  readonly startMonth: Month;
  readonly due: boolean;
  readonly started: boolean;
  readonly startedOn?: Day;
}

export interface PlannedProjectsQuestion extends PlannedStartsQuestion {
  readonly metric: PlannedStartRate;
  readonly cursor?: string;
  readonly limit: number;
}

/** One page of the projects behind a rate's denominator, by planned month. @throws Refusal CURSOR.INVALID */
export async function plannedProjects(sql: Sql, question: PlannedProjectsQuestion): Promise<Page<PlannedProject>> {
  const { metric, cursor, limit } = question;
  const [month, id] = cursor === undefined ? [] : placeLike(cursor, [/^\d{4}-\d{2}$/, /^[\w-]{1,60}$/]);
  type Row = { project: string; unit: UnitCode; month: Month; due: boolean; started: boolean; startedOn: Day | null };
  const rows = await sql.query<Row[]>(
    `select project, unit, start_month as month, due, started,
       case when started then reached_on::text end as "startedOn"
     from (${PLANNED}) planned
     where (due or not $6) and ($7::text is null or (start_month, project) > ($7, $8))
     order by start_month, project limit $9`,
    [...valuesOf(question), metric === 'planned-start-rate-to-date', month, id, limit + 1],
  );
  const page = pageOf(rows, limit, ({ month, project }) => cursorOf(month, project));
  const unitOf = await unitNames(
    sql,
    page.rows.map(({ unit }) => unit),
    question,
  );
  const projectOf = await projectNames(
    sql,
    page.rows.map(({ project }) => project),
  );
  return {
    ...page,
    rows: page.rows.map(({ project, unit, month, due, started, startedOn }) => ({
      project: projectOf(project),
      unit: unitOf(unit),
      startMonth: month,
      due,
      started,
      startedOn: startedOn ?? undefined,
    })),
  };
}
