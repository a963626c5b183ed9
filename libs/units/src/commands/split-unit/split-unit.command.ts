import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, UnitListField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class SplitUnitBody extends CommandBody {
  @UnitListField('拆分后的单位代码', 20) into: UnitCode[];
  @DayField('生效日期') from: Day;
  @DayField('决定日期') occurredOn: Day;
}

export class SplitUnit extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: SplitUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
