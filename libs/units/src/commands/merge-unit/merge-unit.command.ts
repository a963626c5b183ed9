import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class MergeUnitBody extends CommandBody {
  @UnitField('并入单位代码') into: UnitCode;
  @DayField('生效日期') from: Day;
  @DayField('决定日期') occurredOn: Day;
}

export class MergeUnit extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: MergeUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
