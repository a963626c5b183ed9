import { type Sql } from '#libs/database';
import { type Page, containing, cursorOf, fewNamed, pageOf, placeOf, sortedBy } from '#libs/read-models';
import { unitNames } from '#libs/units';
import { type UnitCode, introducerKey } from '#libs/values';
import { type ProjectKind } from '../../domain/project.events.js';
import { type Stage } from '../../domain/project.state.js';
import { ProjectNameRow } from '../../projections/project-summary/project-summary.entity.js';
import { atLeastAt, equal, listing, named, soughtBy } from '../candidates.js';
import { wereFewAt } from '../few-projects.js';
import { type Known, type Seldom, projectRows } from '../known.js';
import { type ProjectSummary, summaryOf, unitsIn } from '../summary.js';
import { IS_STANDING, type Standing } from '../standing.js';
import { visibleTo } from '../visible.js';

/** Which projects, newest first. `q` is part of the name, `cursor` the `next` of the page before. */
export interface ProjectsQuestion extends Known {
  readonly unit?: UnitCode;
  readonly stage?: Stage;
  /** A pipeline counts those that are `going` by their stage. */
  readonly standing?: Standing;
  readonly kind?: ProjectKind;
  readonly chain?: string;
  readonly group?: UnitCode;
  /** The expansions of this project. */
  readonly parent?: string;
  /** Those that this enterprise brought in (以商引商, features.md P13): its credit code, or its project's id. */
  readonly introducer?: string;
  /** By size and tier. */
  readonly class?: string;
  readonly q?: string;
  readonly cursor?: string;
  /** Rows a page, from 1. */
  readonly limit: number;
  /** Only this unit's projects can be seen. */
  readonly visibleUnit?: UnitCode;
}

const SELDOM: Readonly<Partial<Record<Standing, Seldom>>> = {
  suspended: 'suspended_on is not null',
  terminated: 'terminated_on is not null',
  fake: 'found_fake_on is not null',
};

/** Of one unit few were at the same stage; of all, at some stages. The present has an index by stage. */
async function seldomAt(sql: Sql, { unit, stage, ...known }: ProjectsQuestion): Promise<Seldom | undefined> {
  if (known.present || stage === undefined) return undefined;
  if (unit !== undefined) return 'unit = $3 and stage = $4';
  return (await wereFewAt(sql, known, stage)) ? 'stage = $4' : undefined;
}

/** One page of projects as they stood. @throws Refusal CURSOR.INVALID */
export async function listProjects(sql: Sql, question: ProjectsQuestion): Promise<Page<ProjectSummary>> {
  const { unit, stage, standing, kind, chain, group, parent, q, cursor, limit, visibleUnit } = question;
  const [before] = cursor === undefined ? [] : placeOf(cursor, 1);
  const introducer = question.introducer === undefined ? undefined : introducerKey(question.introducer);
  const text = q === undefined ? undefined : containing(q);
  const few = text && (await fewNamed(sql, ProjectNameRow, text, question.few));
  const seldom = (standing && SELDOM[standing]) ?? (few ? undefined : await seldomAt(sql, question));
  const sought = soughtBy({
    reader: visibleUnit !== undefined && listing('readers', '$2'),
    unit: unit !== undefined && equal('unit', '$3'),
    stage: stage && atLeastAt(stage, '$4'),
    kind: kind && equal('kind', '$5'),
    chain: chain !== undefined && equal('chain', '$6'),
    group: group !== undefined && equal('project_group', '$7'),
    parent: parent !== undefined && equal('parent_project_id', '$8'),
    class: question.class !== undefined && equal('class', '$9'),
    introducer: introducer !== undefined && equal('introducer', '$14'),
    name: text && named(text, '$10'),
  });
  const rows = await projectRows(
    sql,
    { ...question, seldom, sought: few ? {} : sought },
    `${visibleTo('$2')} and ${standing ? IS_STANDING[standing] : 'true'}
     and ($3::text is null or unit = $3) and ($4::text is null or stage = $4)
     and ($5::text is null or kind = $5) and ($6::text is null or chain = $6)
     and ($7::text is null or project_group = $7) and ($8::text is null or parent_project_id = $8)
     and ($9::text is null or class = $9) and ($10::text is null or ${text ? text.within('name', '$10') : 'true'})
     and ($11::bigint is null or opened_seq < $11)
     and ($12::text[] is null or id = any($12))
     and ($14::text is null or introducer = $14)
     order by ${few ? sortedBy('opened_seq') : 'opened_seq'} desc limit $13`,
    ...[visibleUnit, unit, stage, kind, chain, group, parent, question.class],
    text?.pattern,
    before,
    few,
    limit + 1,
    introducer,
  );
  const page = pageOf(rows, limit, ({ openedSeq }) => cursorOf(openedSeq));
  const nameOf = await unitNames(sql, page.rows.flatMap(unitsIn), { asOf: question.asOf });
  return { ...page, rows: page.rows.map((row) => summaryOf(row, nameOf)) };
}
