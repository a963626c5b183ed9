import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, TextField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class ConvertLeadBody extends CommandBody {
  @TextField('项目名称', 200) name: string;
  @UnitField('责任单位代码', { optional: true }) unit?: UnitCode;
  @TextField('建设地点', 200, { optional: true }) place?: string;
  @TextField('产业链；不填即线索的产业链', 50, { optional: true }) chain?: string;
  @DayField('转为项目日期') occurredOn: Day;
}

/** Answers with the project that the lead has become. */
export class ConvertLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: ConvertLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
