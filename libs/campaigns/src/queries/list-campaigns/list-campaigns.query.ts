import { type Sql } from '#libs/database';
import { tableOf } from '#libs/read-models';
import { type Day } from '#libs/values';
import { type Contest, type Final } from '../../domain/campaign.events.js';
import { CampaignRow, FinalRow } from '../../projections/campaign-register/campaign.entities.js';

/** A campaign: who competes in what and when, and how it was closed. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly contests: readonly Contest[];
  readonly entrants: readonly string[];
  readonly eventId: string;
  readonly closed?: { readonly on: Day; readonly final: Final; readonly eventId: string };
}

/** The campaigns opened by the seq `asOf`, the latest period first; one of them when `id` is given. */
export async function listCampaigns(sql: Sql, asOf: bigint, id?: string): Promise<Campaign[]> {
  type Row = CampaignRow & { final: Final | null; closedOn: Day; closeId: string };
  const rows = await sql.query<Row[]>(
    `select c.id, c.name, c.period_from::text as "periodFrom", c.period_to::text as "periodTo", c.contests, c.entrants,
       c.event_id as "eventId", f.final, f.closed_on::text as "closedOn", f.event_id as "closeId"
     from ${tableOf(CampaignRow).name} c left join ${tableOf(FinalRow).name} f on f.id = c.id and f.closed_seq <= $1
     where c.opened_seq <= $1 and ($2::uuid is null or c.id = $2)
     order by c.period_from desc, c.opened_seq`,
    [asOf, id],
  );
  return rows.map(({ periodFrom: from, periodTo: to, final, closedOn: on, closeId: eventId, ...campaign }) => ({
    ...campaign,
    period: { from, to },
    ...(final && { closed: { on, final, eventId } }),
  }));
}
