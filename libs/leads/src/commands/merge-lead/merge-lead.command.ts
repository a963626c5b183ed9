import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, IdField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class MergeLeadBody extends CommandBody {
  @IdField('并入的线索编号（登记在先的一条）') into: string;
  @TextField('并入原因', 1000) reason: string;
  @DayField('并入日期') occurredOn: Day;
}

export class MergeLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: MergeLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
