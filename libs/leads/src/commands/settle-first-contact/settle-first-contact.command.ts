import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class SettleFirstContactBody extends CommandBody {
  @TextField('裁定理由', 1000) reason: string;
  @DayField('裁定日期') occurredOn: Day;
}

/** The first contact with the lead's enterprise is decided for this lead. */
export class SettleFirstContact extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: SettleFirstContactBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
