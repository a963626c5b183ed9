import { type Sql } from '#libs/database';
import { selectRows } from '#libs/read-models';
import { type Thresholds } from '../../domain/thresholds.events.js';
import { DEFAULT_THRESHOLDS } from '../../domain/thresholds.js';
import { ThresholdsRow } from '../../projections/milestones/milestone.entities.js';

/** The thresholds of the lights at the seq `asOf`; `set` is false while no one has set them. */
export async function thresholdsKnownAt(sql: Sql, asOf: bigint): Promise<Thresholds & { readonly set: boolean }> {
  const [row] = await selectRows(sql, ThresholdsRow, 'seq <= $1 order by seq desc limit 1', asOf);
  const { yellowDays, redDays } = row ?? DEFAULT_THRESHOLDS;
  return { yellowDays, redDays, set: row !== undefined };
}
