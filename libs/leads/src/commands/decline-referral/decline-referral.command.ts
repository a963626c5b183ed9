import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class DeclineReferralBody extends CommandBody {
  @TextField('不予接收的原因', 1000) reason: string;
  @DayField('答复日期') occurredOn: Day;
}

export class DeclineReferral extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: DeclineReferralBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
