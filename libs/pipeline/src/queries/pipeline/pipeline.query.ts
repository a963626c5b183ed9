import { type Sql } from '#libs/database';
import { LEAD_STEPS, type LeadStatus } from '#libs/leads';
import { PROJECT_STEPS, STAGE_NAMES, type Stage } from '#libs/projects';
import { Decimal, type Money, type UnitCode } from '#libs/values';

/** Whose leads and projects. */
export interface PipelineQuestion {
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
  readonly count: string;
  readonly investment: Money;
}

const PROJECT_PLACE = `case when found_fake_on is not null then 'fake' when terminated_on is not null then 'terminated'
  else stage end`;

/** Where everything stands now (features.md U3), every place listed, in one query. */
export async function pipeline(sql: Sql, question: PipelineQuestion): Promise<Pipeline> {
  const { unit, group, chain, visibleUnit } = question;
  const rows = await sql.query<Row[]>(
    `with project as (
       select ${PROJECT_PLACE} as place, suspended_on is not null as halted, ${PROJECT_STEPS.investment} as investment
       from ${PROJECT_STEPS.table}
       where ($1::text is null or unit = $1) and ($2::text is null or project_group = $2)
         and ($3::text is null or chain = $3) and ($4::text is null or unit = $4 or local_unit = $4)
     )
     select 'lead:' || status as place, count(*), sum(${LEAD_STEPS.investment})::text as investment
     from ${LEAD_STEPS.table}
     where $2::text is null and ($1::text is null or unit = $1) and ($3::text is null or ${LEAD_STEPS.chain} = $3)
       and ($4::text is null or viewers @> jsonb_build_array($4::text))
     group by status
     union all select place, count(*), sum(investment)::text from project group by place
     union all select 'suspended', count(*), sum(investment)::text from project
       where halted and place not in ('fake', 'terminated')`,
    [unit, group, chain, visibleUnit],
  );
  const found = new Map(rows.map((row) => [row.place, row]));
  const placeOf = <Code extends string>(code: Code, name: string, key: string = code): PipelinePlace<Code> => {
    const { count = '0', investment } = found.get(key) ?? {};
    return { code, name, count: Number(count), investment: new Decimal(investment ?? 0).toFixed() };
  };
  return {
    leads: LEAD_STEPS.statuses.map((status) => placeOf(status, LEAD_STEPS.statusNames[status], `lead:${status}`)),
    stages: PROJECT_STEPS.stages.map((stage) => placeOf(stage, STAGE_NAMES[stage])),
    halted: placeOf('suspended', '停工'),
    ended: [placeOf('terminated', '合同终止'), placeOf('fake', '查实虚假')],
  };
}
