import { type Sql } from '#libs/database';
import { type Contained, tableOf } from '#libs/read-models';
import { type Stage } from '../domain/project.state.js';
import { ProjectNameRow } from '../projections/project-summary/project-name.entity.js';
import { ProjectStepsRow } from '../projections/project-summary/project-steps.entity.js';
import { type Known } from './known.js';

/** What few projects may have: a text in one of their names, or a stage at which they were then. */
interface Rarity {
  readonly text?: Contained;
  readonly stage?: Stage;
}

/** So many are looked up one by one; of more, a page is sooner found by walking through all. */
const FEW = 1000;

const NAMES = tableOf(ProjectNameRow).name;
const STEPS = tableOf(ProjectStepsRow).name;

/** Versions known at the seq `$1` of the stage `$2`. Each way of lasting on is looked up in the index, the two at once are not. */
const atStage = (lasting: string): string =>
  `select project from ${STEPS} where stage = $2 and from_seq <= $1 and ${lasting}`;

/** The ids of the only projects that can be what is asked for, if they are few. The present has an index by stage. */
export async function fewProjects(
  sql: Sql,
  { asOf, present, few = FEW }: Known,
  { text, stage }: Rarity,
): Promise<readonly string[] | undefined> {
  const upTo = async (statement: string, ...values: unknown[]): Promise<readonly string[] | undefined> => {
    const found = await sql.query<{ project: string }[]>(`${statement} limit ${few + 1}`, values);
    return found.length > few ? undefined : found.map(({ project }) => project);
  };
  const named =
    text && text.pairs.length > 0
      ? await upTo(
          `select project from ${NAMES} where pairs ?& $1 and ${text.within('name', '$2')}`,
          text.pairs,
          text.pattern,
        )
      : undefined;
  if (named || present || stage === undefined) return named;
  return upTo(`${atStage('until_seq is null')} union all ${atStage('until_seq > $1')}`, asOf, stage);
}
