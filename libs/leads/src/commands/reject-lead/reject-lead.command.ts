import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class RejectLeadBody extends CommandBody {
  @TextField('否决原因', 1000) reason: string;
  @DayField('否决日期') occurredOn: Day;
}

export class RejectLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: RejectLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
