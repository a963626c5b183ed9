import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Day, type UnitCode } from '#libs/values';
import { type Deed } from '../domain/batch.events.js';
import { BatchRow, ListingRow } from '../projections/batch-register/batch.entities.js';

/** A project on the list of a batch. */
export interface Listing {
  readonly batch: string;
  readonly project: string;
  readonly unit: UnitCode;
  /** What it is there to do. */
  readonly deed: Deed;
  readonly listedOn: Day;
}

/** What stands on the lists of the batches as known at `asOf`; of a unit's own when it doesn't organize the batch. */
export const listingsOf = (
  sql: Sql,
  batches: readonly string[],
  asOf: bigint,
  visibleUnit?: UnitCode,
): Promise<Listing[]> =>
  sql.query<Listing[]>(
    `select batch, project, last.unit, coalesce(deed, kind) as deed, day::text as "listedOn" from (
       select distinct on (batch, project) * from ${tableOf(ListingRow).name}
       where batch = any($1) and seq <= $2 order by batch, project, seq desc
     ) last join ${tableOf(BatchRow).name} b on b.id = last.batch
     where last.unit is not null and ($3::text is null or last.unit = $3 or b.unit = $3)
     order by last.seq`,
    [batches, asOf, visibleUnit],
  );
