import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField, DivisionCodeField, TextField, UnitField } from '#libs/contract';
import { type Day, type DivisionCode, type UnitCode } from '#libs/values';
import { UNIT_KINDS, type UnitKind } from '../../domain/unit.events.js';

export class RegisterUnitBody extends CommandBody {
  @UnitField('单位代码') code: UnitCode;
  @TextField('单位名称', 100) name: string;
  @ChoiceField('单位类别', UNIT_KINDS) kind: UnitKind;
  @TextField('考核分组', 100) group: string;
  @DivisionCodeField('行政区划代码（仅区县）', { optional: true }) divisionCode?: DivisionCode;
  @DayField('设立（纳入）日期') occurredOn: Day;
}

export class RegisterUnit extends Command<Answer> {
  constructor(
    readonly body: RegisterUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
