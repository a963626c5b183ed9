import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { AsOfField, CommandBody, DayField } from '#libs/contract';
import { type Day } from '#libs/values';

export class CloseCampaignBody extends CommandBody {
  /** The result is what was known then: that of the notice that announced it, say. */
  @AsOfField() asOf?: string;
  @DayField('公布日期') occurredOn: Day;
}

export class CloseCampaign extends Command<Answer> {
  constructor(
    readonly campaignId: string,
    readonly body: CloseCampaignBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
