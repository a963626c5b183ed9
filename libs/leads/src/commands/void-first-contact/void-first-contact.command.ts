import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class VoidFirstContactBody extends CommandBody {
  @TextField('作废申报的原因', 1000) reason: string;
  @DayField('作废日期') occurredOn: Day;
}

/** The lead's claim to the first contact was a mistake, or untrue; a true one can be made anew. */
export class VoidFirstContact extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: VoidFirstContactBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
