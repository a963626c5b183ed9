import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Dated, resolveAsOf, shownAsOf } from '#libs/audit';
import { SQL, type Sql } from '#libs/database';
import { type Campaign, listCampaigns } from './list-campaigns.query.js';

/** A campaign in a list: its result has a place of its own. */
export type ListedCampaign = Omit<Campaign, 'closed'> & { readonly closedOn?: string };

export class GetCampaigns extends Query<Dated<{ rows: ListedCampaign[] }>> {
  constructor(readonly asOf?: string) {
    super();
  }
}

@QueryHandler(GetCampaigns)
export class GetCampaignsHandler implements IQueryHandler<GetCampaigns> {
  constructor(@Inject(SQL) private readonly sql: Sql) {}

  async execute(query: GetCampaigns): Promise<Dated<{ rows: ListedCampaign[] }>> {
    const asOf = await resolveAsOf(this.sql, query.asOf);
    const campaigns = await listCampaigns(this.sql, asOf.seq);
    const rows = campaigns.map(({ closed, ...campaign }) => ({ ...campaign, ...(closed && { closedOn: closed.on }) }));
    return { rows, asOf: shownAsOf(asOf) };
  }
}
