import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class WithdrawReferralBody extends CommandBody {
  @TextField('撤回原因', 1000) reason: string;
  @DayField('撤回日期') occurredOn: Day;
}

export class WithdrawReferral extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: WithdrawReferralBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
