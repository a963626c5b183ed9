import { CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import { type Answer, CommandRunner, answerOf } from '#libs/command-handling';
import { refuseUnless } from '#libs/eventsourcing';
import { campaignDecider } from '../../domain/campaign.decider.js';
import { campaignStream } from '../../domain/campaign.events.js';
import { ComputeTables } from '../../queries/campaign-tables/compute-tables.js';
import { requireCity } from '../require-city.js';
import { CloseCampaign } from './close-campaign.command.js';

@CommandHandler(CloseCampaign)
export class CloseCampaignHandler implements ICommandHandler<CloseCampaign> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal what `campaignDecider` refuses, AS_OF.UNKNOWN */
  async execute({ campaignId, body, context }: CloseCampaign): Promise<Answer> {
    const stream = campaignStream(campaignId);
    const done = await this.runner.runPrepared({
      stream,
      decider: campaignDecider,
      command: async () => {
        requireCity(context.actor);
        const { state } = await this.runner.load(stream, campaignDecider);
        refuseUnless(state, 'not-found', 'CAMPAIGN.UNKNOWN', '没有这项竞赛');
        const final = await this.queries.execute(new ComputeTables(state, body.asOf));
        return { kind: 'close-campaign' as const, final, occurredOn: body.occurredOn, today: context.today };
      },
      context,
    });
    return answerOf(campaignId, done);
  }
}
