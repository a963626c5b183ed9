import { type Sql } from '#libs/database';
import { type PostedMetric, PostingRow } from '#libs/postings';
import { tableOf } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { type Deed } from '../domain/batch.events.js';
import { BatchRow, ListingRow } from '../projections/batch-register/batch.entities.js';

/** A project on the list of a batch. */
export interface Listing {
  readonly project: string;
  readonly unit: UnitCode;
  /** What it is there to do. */
  readonly deed: Deed;
  readonly listedOn: Day;
  /** The day on which it did so; null when there is no standing record by the day asked about. */
  readonly reachedOn: Day | null;
}

/** How many stand on the list of a batch for a deed, and how many of them have done it. */
export interface Tally {
  readonly batch: string;
  readonly deed: Deed;
  readonly listed: number;
  readonly reached: number;
}

/** What was reached by the day `on`, as known at `asOf`. */
export interface ListingsQuestion {
  readonly on: Day;
  readonly asOf: bigint;
  /** Of batches that it doesn't organize, only this unit's own projects. */
  readonly visibleUnit?: UnitCode;
}

/** What the projects of a batch are there to do. */
const METRICS: Record<Deed, PostedMetric> = {
  signing: 'signed-projects',
  start: 'started-projects',
  completion: 'completed-projects',
};

const metricOf = (deed: string): string =>
  `case ${deed} ${Object.entries(METRICS)
    .map(([each, metric]) => `when '${each}' then '${metric}'`)
    .join(' ')} end`;

/** The projects on the lists of the batches `$1`, each looked up by what it is there to do. */
const LISTED = `select *, (
    select min(day) from (
      select day from ${tableOf(PostingRow).name} posting
      where posting.project = listing.project and metric = ${metricOf('listing.deed')} and day <= $4 and seq <= $2
      group by day having sum(quantity) > 0
    ) standing
  ) as reached_on from (
    select batch, project, last.unit, coalesce(deed, kind) as deed, day as listed_on, seq from (
      select distinct on (batch, project) * from ${tableOf(ListingRow).name}
      where batch = any($1) and seq <= $2 order by batch, project, seq desc
    ) last join ${tableOf(BatchRow).name} organized on organized.id = last.batch
    where last.unit is not null and ($3::text is null or last.unit = $3 or organized.unit = $3)
  ) listing`;

/** Who stands on the list of a batch, in the order in which they were listed. */
export const listingsOf = (sql: Sql, batch: string, question: ListingsQuestion): Promise<Listing[]> =>
  sql.query<Listing[]>(
    `select project, unit, deed, listed_on::text as "listedOn", reached_on::text as "reachedOn"
     from (${LISTED}) listed order by seq`,
    valuesOf([batch], question),
  );

/** How many stand on the lists of batches, for each deed. */
export const talliesOf = (sql: Sql, batches: readonly string[], question: ListingsQuestion): Promise<Tally[]> =>
  sql.query<Tally[]>(
    `select batch, deed, count(*)::int as listed, count(reached_on)::int as reached
     from (${LISTED}) listed group by batch, deed`,
    valuesOf(batches, question),
  );

const valuesOf = (batches: readonly string[], { on, asOf, visibleUnit }: ListingsQuestion): unknown[] => [
  batches,
  asOf,
  visibleUnit,
  on,
];
