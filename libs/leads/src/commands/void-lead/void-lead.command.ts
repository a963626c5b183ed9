import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class VoidLeadBody extends CommandBody {
  @TextField('认定结论', 1000) finding: string;
  @DayField('认定日期') occurredOn: Day;
}

export class VoidLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: VoidLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
