import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextListField } from '#libs/contract';
import { type Day } from '#libs/values';

export class AskSupplementBody extends CommandBody {
  @TextListField('须补正的材料', 50, 200) papers: string[];
  @DayField('告知补正日期') occurredOn: Day;
}

export class AskSupplement extends Command<Answer> {
  constructor(
    readonly approvalId: string,
    readonly body: AskSupplementBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
