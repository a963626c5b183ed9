import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class ConvertReserveBody extends CommandBody {
  @TextField('项目名称；不填即谋划名称', 200, { optional: true }) name?: string;
  @UnitField('责任单位代码；不填即谋划单位', { optional: true }) unit?: UnitCode;
  @TextField('建设地点；不填即拟选址', 200, { optional: true }) place?: string;
  @DayField('转为项目日期') occurredOn: Day;
}

/** Answers with the project that the entry has become. */
export class ConvertReserve extends Command<Answer> {
  constructor(
    readonly reserveId: string,
    readonly body: ConvertReserveBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
