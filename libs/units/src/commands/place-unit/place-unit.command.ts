import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class PlaceUnitBody extends CommandBody {
  @UnitField('上级单位代码；不填即无上级', { optional: true }) parent?: UnitCode;
  @DayField('生效日期') from: Day;
  @DayField('决定日期') occurredOn: Day;
}

export class PlaceUnit extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: PlaceUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
