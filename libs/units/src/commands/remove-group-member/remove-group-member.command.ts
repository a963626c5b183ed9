import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { CommandBody, DayField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';

export class RemoveGroupMemberBody extends CommandBody {
  @UnitField('成员单位代码') member: UnitCode;
  @DayField('退出日期') occurredOn: Day;
}

export class RemoveGroupMember extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: RemoveGroupMemberBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
