import { type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { LEAD_STEPS } from '#libs/leads';
import { PROJECT_STEPS } from '#libs/projects';
import { KNOWN_AT, KNOWN_NOW } from '#libs/read-models';
import { type Day, type UnitCode, percentage } from '#libs/values';

/** Leads by the day they were captured, or projects by the day they were signed. */
export const COHORTS = ['leads', 'projects'] as const;
export type Cohort = (typeof COHORTS)[number];

/** Which cohort, by its day from `from` to `to`, both included, as known at the seq `asOf`; `present`: the last one. */
export interface FunnelQuestion {
  readonly cohort: Cohort;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: bigint;
  readonly present: boolean;
  /** The unit that answers for the lead, or the project. */
  readonly unit?: UnitCode;
  readonly chain?: string;
  /** Only what this unit may see. */
  readonly visibleUnit?: UnitCode;
}

/**
 * How many of the cohort have come to a step: their share of the cohort and of the step before, in per cent with one
 * place, absent where there is nothing to divide by; and the median of the days since the cohort's day and since the
 * step before, of those that have both. Steps overlap as in life, so days since the step before may be negative.
 */
export interface FunnelStep {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly ofCohort?: string;
  readonly ofPrevious?: string;
  readonly daysFromFirst?: number;
  readonly daysFromPrevious?: number;
}

export interface Funnel {
  readonly cohort: Cohort;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly steps: FunnelStep[];
}

interface Step {
  readonly code: string;
  readonly name: string;
  readonly day: string;
}

const within = (steps: readonly Step[], table: string): Step[] =>
  steps.map((step) => ({ ...step, day: `${table}.${step.day}` }));
const PROJECT = within(PROJECT_STEPS.steps, 'p');

const COHORT_STEPS: Readonly<Record<Cohort, readonly Step[]>> = {
  leads: [...within(LEAD_STEPS.steps, 'l'), ...PROJECT],
  projects: PROJECT,
};
/** Versions as of the seq `$1`: those of projects that weren't found to be false, and those of leads. */
const projects = (known: string) => `select * from ${PROJECT_STEPS.table} where ${known} and found_fake_on is null`;
const leads = (known: string) =>
  `select * from ${LEAD_STEPS.table} where ${known} and status not in ('merged', 'voided')`;

const FROM: Readonly<Record<Cohort, (known: string) => string>> = {
  leads: (known) => `(${leads(known)}) l left join (${projects(known)}) p on p.lead_id = l.id
    where l.captured_on between $2 and $3 and ($4::text is null or l.unit = $4) and ($5::text is null or l.chain = $5)
      and ($6::text is null or l.viewers @> jsonb_build_array($6::text))`,
  projects: (known) => `(${projects(known)}) p
    where p.signed_on between $2 and $3 and ($4::text is null or p.unit = $4) and ($5::text is null or p.chain = $5)
      and ($6::text is null or p.unit = $6 or p.local_unit = $6)`,
};

const median = (days: string, as: string): string => `percentile_disc(0.5) within group (order by ${days}) as "${as}"`;

/** How a cohort had come through the steps, in one query. @throws Refusal PERIOD.REVERSED */
export async function funnel(sql: Sql, question: FunnelQuestion): Promise<Funnel> {
  const { cohort, from, to, asOf, present, unit, chain, visibleUnit } = question;
  refuseUnless(from <= to, 'invalid', 'PERIOD.REVERSED', `统计期起始日 ${from} 晚于截止日 ${to}`, 'from');
  const steps = COHORT_STEPS[cohort];
  const columns = steps.flatMap(({ day }, index) => [
    `count(${day})::int as "count${index}"`,
    ...(index === 0 ? [] : [median(`${day} - ${steps[0]!.day}`, `first${index}`)]),
    ...(index === 0 ? [] : [median(`${day} - ${steps[index - 1]!.day}`, `previous${index}`)]),
  ]);
  const [found = {}] = await sql.query<Record<string, number | null>[]>(
    `select ${columns.join(', ')} from ${FROM[cohort](present ? KNOWN_NOW : KNOWN_AT)}`,
    [asOf, from, to, unit, chain, visibleUnit],
  );
  const countOf = (index: number): number => found[`count${index}`] ?? 0;
  return {
    cohort,
    period: { from, to },
    steps: steps.map(({ code, name }, index) => ({
      code,
      name,
      count: countOf(index),
      ofCohort: shareOf(countOf(index), countOf(0)),
      ofPrevious: index === 0 ? undefined : shareOf(countOf(index), countOf(index - 1)),
      daysFromFirst: found[`first${index}`] ?? undefined,
      daysFromPrevious: found[`previous${index}`] ?? undefined,
    })),
  };
}

const shareOf = (count: number, whole: number): string | undefined =>
  whole === 0 ? undefined : percentage(String(count), String(whole));
