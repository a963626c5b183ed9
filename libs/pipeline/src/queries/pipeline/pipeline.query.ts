import { type Sql } from '#libs/database';
import { LEAD_STEPS, type LeadStatus } from '#libs/leads';
import { IS_STANDING, PROJECT_STEPS, STAGE_NAMES, type Stage } from '#libs/projects';
import { KNOWN_AT, KNOWN_NOW } from '#libs/read-models';
import { Decimal, type Money, type UnitCode } from '#libs/values';

/** Whose leads and projects, as known at the seq `asOf`; `present` says that it is the last one. */
export interface PipelineQuestion {
  readonly asOf: bigint;
  readonly present: boolean;
  readonly unit?: UnitCode;
  /** The group that looks after the project, by its unit code; leads belong to none. */
  readonly group?: UnitCode;
  readonly chain?: string;
  /** Only what this unit may see. */
  readonly visibleUnit?: UnitCode;
}

/** How many stand at a place of the pipeline, and their investment in 万元. */
export interface PipelinePlace<Code extends string = string> {
  readonly code: Code;
  readonly name: string;
  readonly count: number;
  readonly investment: Money;
}

/** `halted` counts projects of all stages whose works stand still; those that have ended stand in no stage. */
export interface Pipeline {
  readonly leads: PipelinePlace<LeadStatus>[];
  readonly stages: PipelinePlace<Stage>[];
  readonly halted: PipelinePlace<'suspended'>;
  readonly ended: PipelinePlace<'terminated' | 'fake'>[];
}

interface Row {
  readonly place: string;
  readonly halted: boolean;
  readonly count: string;
  readonly investment: Money;
}

const PROJECT_PLACE = `case when ${IS_STANDING.going} then stage when ${IS_STANDING.fake} then 'fake' else 'terminated' end`;

/** Where everything stood (features.md U3), every place listed, in one query. */
export async function pipeline(sql: Sql, question: PipelineQuestion): Promise<Pipeline> {
  const { asOf, present, unit, group, chain, visibleUnit } = question;
  const known = present ? KNOWN_NOW : KNOWN_AT;
  const rows = await sql.query<Row[]>(
    `select ${PROJECT_PLACE} as place, ${IS_STANDING.suspended} as halted, count(*), sum(investment)::text as investment
     from ${PROJECT_STEPS.table}
     where ${known} and ($2::text is null or unit = $2) and ($3::text is null or project_group = $3)
       and ($4::text is null or chain = $4) and ($5::text is null or unit = $5 or local_unit = $5)
     group by 1, 2
     union all
     select 'lead:' || status, false, count(*), sum(${LEAD_STEPS.investment})::text
     from ${LEAD_STEPS.table}
     where ${known} and $3::text is null and ($2::text is null or unit = $2) and ($4::text is null or chain = $4)
       and ($5::text is null or viewers @> jsonb_build_array($5::text))
     group by status`,
    [asOf, unit, group, chain, visibleUnit],
  );
  const placeOf = <Code extends string>(code: Code, name: string, key: string = code) =>
    sumOf(
      rows.filter(({ place }) => place === key),
      { code, name },
    );
  return {
    leads: LEAD_STEPS.statuses.map((status) => placeOf(status, LEAD_STEPS.statusNames[status], `lead:${status}`)),
    stages: PROJECT_STEPS.stages.map((stage) => placeOf(stage, STAGE_NAMES[stage])),
    halted: sumOf(
      rows.filter(({ halted }) => halted),
      { code: 'suspended', name: '停工' },
    ),
    ended: [placeOf('terminated', '合同终止'), placeOf('fake', '查实虚假')],
  };
}

const sumOf = <Code extends string>(
  rows: readonly Row[],
  place: { readonly code: Code; readonly name: string },
): PipelinePlace<Code> => ({
  ...place,
  count: rows.reduce((sum, { count }) => sum + Number(count), 0),
  investment: rows.reduce((sum, { investment }) => sum.plus(investment), new Decimal(0)).toFixed(),
});
