import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type Final, type FinalTable } from '../../domain/campaign.events.js';
import { campaignTables } from '../campaign-tables/campaign-tables.query.js';
import { type Campaign, listCampaigns } from '../list-campaigns/list-campaigns.query.js';
import { differencesOf } from './differences.js';
import { type ExplainedDifference, withEvents } from './events-of-differences.query.js';

/** A campaign with its tables as they are known; once closed, the frozen result and where today's tables differ from it. */
export interface CampaignWithTables {
  readonly campaign: Omit<Campaign, 'closed'>;
  readonly tables: readonly FinalTable[];
  readonly closed?: {
    readonly on: string;
    readonly eventId: string;
    readonly final: Final;
    readonly differences: readonly ExplainedDifference[];
  };
}

export class GetCampaign extends Query<Dated<CampaignWithTables>> {
  constructor(
    readonly id: string,
    readonly asOf?: string,
  ) {
    super();
  }
}

@QueryHandler(GetCampaign)
export class GetCampaignHandler implements IQueryHandler<GetCampaign> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  /** @throws Refusal CAMPAIGN.UNKNOWN */
  async execute(query: GetCampaign): Promise<Dated<CampaignWithTables>> {
    const asOf = await resolveAsOf(this.sql, query.asOf);
    const [found] = await listCampaigns(this.sql, asOf.seq, query.id);
    refuseUnless(found, 'not-found', 'CAMPAIGN.UNKNOWN', '没有这项竞赛');
    const { closed, ...campaign } = found;
    const tables = await campaignTables(this.sql, campaign, asOf.seq);
    const differences = closed
      ? await withEvents(this.sql, campaign, closed.final, differencesOf(closed.final.tables, tables), asOf.seq)
      : [];
    return {
      campaign,
      tables,
      ...(closed && { closed: { ...closed, differences } }),
      asOf: shownAsOf(asOf),
    };
  }
}
