import { CloseCampaignHandler } from './commands/close-campaign/close-campaign.handler.js';
import { OpenCampaignHandler } from './commands/open-campaign/open-campaign.handler.js';
import { GetCampaignHandler } from './queries/campaign-by-id/get-campaign.js';
import { ComputeTablesHandler } from './queries/campaign-tables/compute-tables.js';
import { GetCampaignsHandler } from './queries/list-campaigns/get-campaigns.js';

export * from './commands/close-campaign/close-campaign.command.js';
export * from './commands/open-campaign/open-campaign.command.js';
export * from './domain/campaign.events.js';
export * from './domain/titles.js';
export * from './projections/campaign-register/campaign-register.projection.js';
export * from './queries/campaign-by-id/get-campaign.js';
export * from './queries/list-campaigns/get-campaigns.js';

export const campaignCommandHandlers = [OpenCampaignHandler, CloseCampaignHandler];
export const campaignQueryHandlers = [GetCampaignsHandler, GetCampaignHandler, ComputeTablesHandler];
