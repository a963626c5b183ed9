import { type Sql } from '#libs/database';
import { type Contained, FEW, fewNamed, tableOf } from '#libs/read-models';
import { type Money } from '#libs/values';
import { type Stage } from '../domain/project.state.js';
import { ProjectFormerRow } from '../projections/project-summary/project-former.entity.js';
import { ProjectStepsRow } from '../projections/project-summary/project-steps.entity.js';
import { ProjectNameRow, ProjectRow } from '../projections/project-summary/project-summary.entity.js';
import { invested } from './candidates.js';
import { type Known } from './known.js';

/** What few projects may have: a text in one of their names, a stage at which they were then, or that much invested (万元). */
interface Rarity {
  readonly text?: Contained;
  readonly stage?: Stage;
  readonly least?: Money;
}

/** The order of a page of few: they are looked up and sorted, where an index in order would walk past all. */
export const SORTED = 'opened_seq + 0';

const STEPS = tableOf(ProjectStepsRow).name;

/** The ids of the only projects that can be what is asked for, if they are few. The present has indexes by stage and investment. */
export async function fewProjects(
  sql: Sql,
  { asOf, present, few = FEW }: Known,
  { text, stage, least }: Rarity,
): Promise<readonly string[] | undefined> {
  const named = text && (await fewNamed(sql, ProjectNameRow, text, few));
  if (named || present) return named;
  const lookUp = async (statement: string, value: string): Promise<readonly string[] | undefined> => {
    const found = await sql.query<{ project: string }[]>(`${statement} limit ${few + 1}`, [asOf, value]);
    return found.length > few ? undefined : found.map(({ project }) => project);
  };
  if (stage !== undefined)
    return lookUp(`${atStage('until_seq is null', few + 1)} union all ${atStage('until_seq > $1', few + 1)}`, stage);
  return least === undefined ? undefined : lookUp(INVESTED, least);
}

const { now, was } = invested('$2::numeric');
const INVESTED = `select id as project from ${tableOf(ProjectRow).name} project where ${now('project.')}
  union all select project from ${tableOf(ProjectFormerRow).name}
  where attribute = 'investment' and until_seq > $1 and ${was}`;

/**
 * Versions known at the seq `$1` of the stage `$2`, by how long they lasted: the two ways at once are not looked up in the
 * index, nor is what has no order.
 */
const atStage = (lasting: string, most: number): string =>
  `(select project from ${STEPS} where stage = $2 and from_seq <= $1 and ${lasting} order by from_seq desc limit ${most})`;
