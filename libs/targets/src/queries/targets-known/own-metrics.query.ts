import { type Sql } from '#libs/database';
import { selectRows } from '#libs/read-models';
import { type OwnMetric } from '../../domain/target.events.js';
import { OwnMetricRow } from '../../projections/target-register/target.entity.js';

/** What the metrics of a year's targets are that the catalogue lacks, as first named; the code stands in for the rest. */
export async function ownMetrics(sql: Sql, year: number, asOf: bigint): Promise<(metric: string) => OwnMetric> {
  const rows = await selectRows(sql, OwnMetricRow, 'year = $1 and seq <= $2 order by seq desc', year, asOf);
  const named = new Map(rows.map(({ metric, name, unit }) => [metric, { name, unit }]));
  return (metric) => named.get(metric) ?? { name: metric, unit: '' };
}
