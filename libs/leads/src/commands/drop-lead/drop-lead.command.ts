import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class DropLeadBody extends CommandBody {
  @TextField('放弃原因', 1000) reason: string;
  @DayField('放弃日期') occurredOn: Day;
}

export class DropLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: DropLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
