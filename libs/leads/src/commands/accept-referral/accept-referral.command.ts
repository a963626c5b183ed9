import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField } from '#libs/contract';
import { type Day } from '#libs/values';

export class AcceptReferralBody extends CommandBody {
  @DayField('接收日期') occurredOn: Day;
}

export class AcceptReferral extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: AcceptReferralBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
