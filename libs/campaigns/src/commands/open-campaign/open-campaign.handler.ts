import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { refuseUnless } from '#libs/eventsourcing';
import { METRICS } from '#libs/league-tables';
import { requireUnit } from '#libs/units';
import { campaignDecider } from '../../domain/campaign.decider.js';
import { campaignStream } from '../../domain/campaign.events.js';
import { requireCity } from '../require-city.js';
import { type ContestBody, OpenCampaign } from './open-campaign.command.js';

@CommandHandler(OpenCampaign)
export class OpenCampaignHandler implements ICommandHandler<OpenCampaign> {
  constructor(private readonly runner: CommandRunner) {}

  /** @throws Refusal what `campaignDecider` refuses, METRIC.UNKNOWN, LEAGUE_TABLE.NO_AMOUNTS, UNIT.UNKNOWN */
  async execute({ campaignId, body, context }: OpenCampaign): Promise<Answer> {
    const done = await this.runner.runPrepared({
      stream: campaignStream(campaignId),
      decider: campaignDecider,
      command: async () => {
        requireCity(context.actor);
        body.contests.forEach(refuseUnknown);
        for (const [index, unit] of body.entrants.entries()) await requireUnit(this.runner, unit, `entrants[${index}]`);
        return { kind: 'open-campaign' as const, campaign: factsOf(body), today: context.today };
      },
      context,
    });
    return answerOf(campaignId, done);
  }
}

const AMOUNT_BOUNDS = ['minInvestment', 'maxInvestment', 'minFixedAssets', 'maxFixedAssets'] as const;

function refuseUnknown(contest: ContestBody, index: number): void {
  const metric = METRICS.find(({ code }) => code === contest.metric);
  const at = `contests[${index}]`;
  refuseUnless(metric, 'invalid', 'METRIC.UNKNOWN', `没有“${contest.metric}”这项指标`, `${at}.metric`);
  const bound = AMOUNT_BOUNDS.find((each) => contest[each] !== undefined);
  const message = `“${metric.name}”不按投资规模统计`;
  refuseUnless(metric.hasAmounts || !bound, 'invalid', 'LEAGUE_TABLE.NO_AMOUNTS', message, `${at}.${bound}`);
}
