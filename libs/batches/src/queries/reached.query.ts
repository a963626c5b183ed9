import { type Sql } from '#libs/database';
import { type PostedMetric, PostingRow } from '#libs/postings';
import { tableOf } from '#libs/read-models';
import { type Day } from '#libs/values';
import { type Deed } from '../domain/batch.events.js';
import { type Listing } from './listings.query.js';

/** What the projects of a batch are there to do. */
const METRICS: Record<Deed, PostedMetric> = {
  signing: 'signed-projects',
  start: 'started-projects',
  completion: 'completed-projects',
};

/** The day on which a project did what it was listed for; nothing when it hasn't. */
export type Reached = (deed: Deed, project: string) => Day | undefined;

/** The days of the listed projects' standing records up to `on`, as the ledger knew them at `asOf`. */
export async function reachedBy(
  sql: Sql,
  listings: readonly Pick<Listing, 'deed' | 'project'>[],
  { on, asOf }: { readonly on: Day; readonly asOf: bigint },
): Promise<Reached> {
  const rows = await sql.query<{ metric: PostedMetric; project: string; day: Day }[]>(
    `select metric, project, min(day)::text as day from (
       select metric, project, day
       from (select distinct * from unnest($1::text[], $2::text[]) as listed (project, metric)) listed
       join ${tableOf(PostingRow).name} using (project, metric)
       where day <= $3 and seq <= $4 group by metric, project, day having sum(quantity) > 0
     ) standing group by metric, project`,
    [listings.map(({ project }) => project), listings.map(({ deed }) => METRICS[deed]), on, asOf],
  );
  const days = new Map(rows.map(({ metric, project, day }) => [`${metric} ${project}`, day]));
  return (deed, project) => days.get(`${METRICS[deed]} ${project}`);
}
