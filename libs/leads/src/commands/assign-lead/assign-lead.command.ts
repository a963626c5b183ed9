import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { AccountField, CommandBody, DayField, UnitField } from '#libs/contract';
import { type AccountCode, type Day, type UnitCode } from '#libs/values';

export class AssignLeadBody extends CommandBody {
  @UnitField('承办单位代码', { optional: true }) unit?: UnitCode;
  @AccountField('承办人账号（不填姓名）', { optional: true }) person?: AccountCode;
  @DayField('交办日期') occurredOn: Day;
}

export class AssignLead extends Command<Answer> {
  constructor(
    readonly leadId: string,
    readonly body: AssignLeadBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
