import { type Sql } from '#libs/database';
import { type Contained, KNOWN_AT, tableOf } from '#libs/read-models';
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
  return upTo(`select project from ${STEPS} where ${KNOWN_AT} and stage = $2 order by from_seq desc`, asOf, stage);
}
