import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class QualifyLeadBody extends CommandBody {
  @TextField('研判意见', 1000, { optional: true }) note?: string;
  @DayField('认定日期') occurredOn: Day;
}

export class QualifyLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: QualifyLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
