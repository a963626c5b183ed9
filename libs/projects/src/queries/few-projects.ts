import { type Sql } from '#libs/database';
import { FEW, tableOf } from '#libs/read-models';
import { type Money } from '#libs/values';
import { type Stage } from '../domain/project.state.js';
import { ProjectFormerRow } from '../projections/project-summary/project-former.entity.js';
import { ProjectStepsRow } from '../projections/project-summary/project-steps.entity.js';
import { ProjectRow } from '../projections/project-summary/project-summary.entity.js';
import { invested } from './candidates.js';
import { type Known } from './known.js';

const STEPS = tableOf(ProjectStepsRow).name;
const { now, was } = invested('$2::numeric');
const INVESTED = `select id as project from ${tableOf(ProjectRow).name} project where ${now('project.')}
  union all select project from ${tableOf(ProjectFormerRow).name}
  where attribute = 'investment' and until_seq > $1 and ${was}`;

/** The ids of the only projects that can have had so much invested (万元) then, if they are few. */
export async function fewInvested(sql: Sql, known: Known, least: Money): Promise<readonly string[] | undefined> {
  const { few = FEW } = known;
  const found = await sql.query<{ project: string }[]>(`${INVESTED} limit ${few + 1}`, [known.asOf, least]);
  return found.length > few ? undefined : found.map(({ project }) => project);
}

/** Whether few projects were at the stage then. */
export async function wereFewAt(sql: Sql, { asOf, few = FEW }: Known, stage: Stage): Promise<boolean> {
  const arms = ['until_seq is null', 'until_seq > $1'].map((lasting) => atStage(lasting, few + 1));
  return (await sql.query<unknown[]>(arms.join(' union all '), [asOf, stage])).length <= few;
}

/** By how long the versions lasted: the two ways at once are not looked up in order, nor is what has none. */
const atStage = (lasting: string, most: number): string =>
  `(select from ${STEPS} where stage = $2 and from_seq <= $1 and ${lasting} order by from_seq desc limit ${most})`;
