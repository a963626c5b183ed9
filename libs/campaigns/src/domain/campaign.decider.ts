import { type Decider, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, digestOf } from '#libs/values';
import { type CampaignClosed, type CampaignEvent, type CampaignOpened, type Final } from './campaign.events.js';
import { CAMPAIGN_TITLES } from './titles.js';

export type CampaignCommand = { readonly today: Day } & (
  | { readonly kind: 'open-campaign'; readonly campaign: CampaignOpened['data'] }
  | { readonly kind: 'close-campaign'; readonly final: Omit<Final, 'hash'>; readonly occurredOn: Day }
);

/** `undefined` until the campaign is opened; `final` once it is closed. */
export type CampaignState = (CampaignOpened['data'] & { readonly final?: Final }) | undefined;

/** The rules of a campaign (百日赛, features.md A7): opened with who competes in what and when, closed once, after its end. */
export const campaignDecider: Decider<CampaignCommand, CampaignState, CampaignEvent> = {
  knows: CAMPAIGN_TITLES,
  initialState: undefined,

  decide(command, state) {
    switch (command.kind) {
      case 'open-campaign': {
        const { campaign, today } = command;
        refuseUnless(!state, 'conflict', 'CAMPAIGN.ALREADY_OPENED', '这项竞赛已经发起');
        refuseFuture(campaign.occurredOn, today);
        const { from, to } = campaign.period;
        refuseUnless(from <= to, 'invalid', 'PERIOD.REVERSED', `竞赛起始日 ${from} 晚于截止日 ${to}`, 'period.from');
        refuseRepeated(campaign.entrants, 'entrants', '参赛单位');
        refuseRepeated(campaign.contests.map(digestOf), 'contests', '比赛指标');
        return [{ type: 'CampaignOpened', data: campaign }];
      }
      case 'close-campaign': {
        const { final, occurredOn, today } = command;
        refuseUnless(state, 'not-found', 'CAMPAIGN.UNKNOWN', '没有这项竞赛');
        refuseUnless(!state.final, 'conflict', 'CAMPAIGN.ALREADY_CLOSED', '这项竞赛的最终成绩已经公布');
        refuseFuture(occurredOn, today);
        const { to } = state.period;
        refuseUnless(occurredOn >= to, 'conflict', 'CAMPAIGN.NOT_OVER', `竞赛到 ${to} 才结束`, 'occurredOn');
        const closed: CampaignClosed = {
          type: 'CampaignClosed',
          data: { final: { ...final, hash: digestOf(final) }, occurredOn },
        };
        return [closed];
      }
    }
  },

  evolve(state, { type, data }) {
    if (type === 'CampaignOpened') return data;
    return state && { ...state, final: data.final };
  },
};

function refuseRepeated(values: readonly string[], field: string, what: string): void {
  refuseUnless(values.length > 0, 'invalid', 'CAMPAIGN.NONE', `至少须有一个${what}`, field);
  const repeated = values.findIndex((value, index) => values.indexOf(value) < index);
  refuseUnless(repeated < 0, 'invalid', 'CAMPAIGN.REPEATED', `${what}重复`, `${field}[${repeated}]`);
}
