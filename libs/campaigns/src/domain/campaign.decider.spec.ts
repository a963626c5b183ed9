import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { digestOf } from '#libs/values';
import { type CampaignCommand, campaignDecider } from './campaign.decider.js';
import { type CampaignClosed, type CampaignOpened } from './campaign.events.js';

const today = '2023-03-15';
const campaign: CampaignOpened['data'] = {
  name: '冬季攻势百日赛',
  period: { from: '2022-11-20', to: '2023-02-28' },
  contests: [{ metric: 'signed-projects' }, { metric: 'signed-projects', minInvestment: '10000' }],
  entrants: ['aa', 'bb'],
  occurredOn: '2022-11-10',
};
const final = { asOf: '41', tables: [] };
const opened: CampaignOpened = { type: 'CampaignOpened', data: campaign };
const closed: CampaignClosed = {
  type: 'CampaignClosed',
  data: { final: { ...final, hash: digestOf(final) }, occurredOn: '2023-03-01' },
};
const open = (changes: Partial<CampaignOpened['data']> = {}): CampaignCommand => ({
  kind: 'open-campaign',
  campaign: { ...campaign, ...changes },
  today,
});
const close = (occurredOn = '2023-03-01'): CampaignCommand => ({ kind: 'close-campaign', final, occurredOn, today });

describe('a campaign', () => {
  it('is opened over days of two years, and closed once with a result and its digest', () => {
    expect(given(campaignDecider).when(open())).toEqual([opened]);
    expect(given(campaignDecider, opened).when(close())).toEqual([closed]);
    expect(given(campaignDecider, opened).when(close('2023-02-28'))).toHaveLength(1);
  });

  it.each<[string, (CampaignOpened | CampaignClosed)[], CampaignCommand, object]>([
    ['opened twice', [opened], open(), { refused: 'CAMPAIGN.ALREADY_OPENED' }],
    ['opened ahead of today', [], open({ occurredOn: '2023-03-16' }), { refused: 'DAY.IN_FUTURE' }],
    ['turned around', [], open({ period: { from: '2023-02-02', to: '2023-02-01' } }), { refused: 'PERIOD.REVERSED' }],
    ['without entrants', [], open({ entrants: [] }), { refused: 'CAMPAIGN.NONE', field: 'entrants' }],
    ['entered twice', [], open({ entrants: ['aa', 'aa'] }), { refused: 'CAMPAIGN.REPEATED', field: 'entrants[1]' }],
    [
      'in one contest twice',
      [],
      open({ contests: [{ metric: 'outings' }, { metric: 'outings' }] }),
      { refused: 'CAMPAIGN.REPEATED', field: 'contests[1]' },
    ],
    ['closed unopened', [], close(), { refused: 'CAMPAIGN.UNKNOWN' }],
    ['closed before it is over', [opened], close('2023-02-27'), { refused: 'CAMPAIGN.NOT_OVER', field: 'occurredOn' }],
    ['closed ahead of today', [opened], close('2023-03-16'), { refused: 'DAY.IN_FUTURE' }],
    ['closed twice', [opened, closed], close(), { refused: 'CAMPAIGN.ALREADY_CLOSED' }],
  ])('is not %s', (_, history, command, outcome) => {
    expect(given(campaignDecider, ...history).when(command)).toMatchObject(outcome);
  });
});
