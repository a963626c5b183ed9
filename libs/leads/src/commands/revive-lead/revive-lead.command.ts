import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class ReviveLeadBody extends CommandBody {
  @TextField('恢复原因', 1000) reason: string;
  @DayField('恢复日期') occurredOn: Day;
}

export class ReviveLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: ReviveLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
