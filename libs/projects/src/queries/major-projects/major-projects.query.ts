import { type Sql } from '#libs/database';
import { type Page, cursorOf, pageOf, placeOf, sortedBy } from '#libs/read-models';
import { type NamedUnit, unitNames } from '#libs/units';
import { type Money, type UnitCode } from '#libs/values';
import { type ProjectRow } from '../../projections/project-summary/project-summary.entity.js';
import { invested, investing, listing, soughtBy } from '../candidates.js';
import { fewInvested } from '../few-projects.js';
import { type Known, projectRows } from '../known.js';
import { visibleTo } from '../visible.js';

/** Which projects are major: by investment (万元; contract, else plan) or, where no bound is named, the key projects. */
export interface MajorProjectsQuestion extends Known {
  readonly minInvestment?: Money;
  /** Rows a page, from 1. */
  readonly limit: number;
  readonly cursor?: string;
  /** Only this unit's projects can be seen. */
  readonly visibleUnit?: UnitCode;
}

export interface MajorProject {
  readonly id: string;
  readonly name: string;
  readonly unit: NamedUnit;
  readonly leadId?: string;
  /** 万元: of the contract that stands, else as planned. */
  readonly investment?: Money;
}

const isMajor = ({ present, minInvestment }: MajorProjectsQuestion): string => {
  if (minInvestment === undefined) return 'key_level is not null';
  return present ? investing('$3') : 'investment >= $3';
};

/** One page of major projects, newest first. @throws Refusal CURSOR.INVALID */
export async function majorProjects(sql: Sql, question: MajorProjectsQuestion): Promise<Page<MajorProject>> {
  const { present, minInvestment, limit, cursor, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const few = present || minInvestment === undefined ? undefined : await fewInvested(sql, question, minInvestment);
  const sought = soughtBy({
    reader: visibleUnit !== undefined && listing('readers', '$2'),
    investment: minInvestment !== undefined && invested('$3'),
  });
  const rows = await projectRows(
    sql,
    {
      ...question,
      seldom: minInvestment === undefined ? 'key_level is not null' : undefined,
      sought: few ? {} : sought,
    },
    `${visibleTo('$2')}
     and ${isMajor(question)} and ($3::numeric is null or true)
     and ($4::bigint is null or opened_seq < $4) and ($5::text[] is null or id = any($5))
     order by ${few ? sortedBy('opened_seq') : 'opened_seq'} desc limit $6`,
    ...[visibleUnit, minInvestment, before, few],
    limit + 1,
  );
  const page = pageOf(rows, limit, ({ openedSeq }) => cursorOf(openedSeq));
  const nameOf = await unitNames(
    sql,
    page.rows.map(({ unit }) => unit),
    { asOf: question.asOf },
  );
  const shown = ({ id, name, unit, leadId, totalInvestment, plannedInvestment }: ProjectRow): MajorProject => ({
    id,
    name,
    unit: nameOf(unit),
    leadId: leadId ?? undefined,
    investment: totalInvestment ?? plannedInvestment ?? undefined,
  });
  return { ...page, rows: page.rows.map(shown) };
}
