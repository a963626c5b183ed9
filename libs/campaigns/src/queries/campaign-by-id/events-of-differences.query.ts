import { type Sql } from '#libs/database';
import { type Change, changes, metricOf } from '#libs/league-tables';
import { type Final } from '../../domain/campaign.events.js';
import { type Competition } from '../campaign-tables/campaign-tables.query.js';
import { type Difference } from './differences.js';

/** A difference with the events that made it: none where only others have moved. */
export interface ExplainedDifference extends Difference {
  readonly events: readonly Change[];
}

/** The most events that one difference lists. */
const MAX_EVENTS = 100;

/** Puts to each difference the events since the freeze that have changed the entrant's own figure. */
export async function withEvents(
  sql: Sql,
  { period }: Competition,
  final: Final,
  differences: readonly Difference[],
  asOf: bigint,
): Promise<ExplainedDifference[]> {
  const span = { after: BigInt(final.asOf), upTo: asOf };
  const explained: ExplainedDifference[] = [];
  for (const difference of differences) {
    const { metric, ...bounds } = difference.contest;
    const question = { measure: metricOf(metric).measure, ...period, ...bounds };
    const page = { subject: difference.unit.code, limit: MAX_EVENTS };
    const { rows: events } = await changes(sql, 'unit', question, span, page);
    explained.push({ ...difference, events });
  }
  return explained;
}
