import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class ReopenFirstContactBody extends CommandBody {
  @TextField('撤销裁定的理由', 1000) reason: string;
  @DayField('撤销日期') occurredOn: Day;
}

/** The decision on the first contact with the lead's enterprise stands no more. */
export class ReopenFirstContact extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: ReopenFirstContactBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
