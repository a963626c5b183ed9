import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class RegroupUnitBody extends CommandBody {
  @TextField('考核分组', 100) assessmentGroup: string;
  @DayField('生效日期') from: Day;
  @DayField('决定日期') occurredOn: Day;
}

export class RegroupUnit extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: RegroupUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
