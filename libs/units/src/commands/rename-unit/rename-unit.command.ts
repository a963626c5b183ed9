import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, DivisionCodeField, TextField } from '#libs/contract';
import { type Day, type DivisionCode, type UnitCode } from '#libs/values';

export class RenameUnitBody extends CommandBody {
  @TextField('新名称', 100) name: string;
  @DivisionCodeField('新的行政区划代码', { optional: true }) divisionCode?: DivisionCode;
  @DayField('生效日期') from: Day;
  @DayField('决定日期') occurredOn: Day;
}

export class RenameUnit extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: RenameUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
