import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class VoidUnitEndBody extends CommandBody {
  @TextField('作废的原因', 1000) reason: string;
  @DayField('作废日期') occurredOn: Day;
}

export class VoidUnitEnd extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: VoidUnitEndBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
