import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';

export class VoidVisitBody extends CommandBody {
  @TextField('核查结论', 1000) finding: string;
  @DayField('认定日期') occurredOn: Day;
}

export class VoidVisit extends Command<Answer> {
  constructor(
    readonly visitId: string,
    readonly body: VoidVisitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
