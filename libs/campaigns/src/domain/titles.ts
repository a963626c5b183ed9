import { type CampaignEvent } from './campaign.events.js';

/** What happened, in a word, for whoever reads the event. */
export const CAMPAIGN_TITLES: Readonly<Record<CampaignEvent['type'], string>> = {
  CampaignOpened: '竞赛开赛',
  CampaignClosed: '竞赛结果确定',
};
