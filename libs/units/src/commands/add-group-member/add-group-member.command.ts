import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import { ChoiceField, CommandBody, DayField, UnitField } from '#libs/contract';
import { type Day, type UnitCode } from '#libs/values';
import { MEMBER_ROLES, type MemberRole } from '../../domain/unit.events.js';

export class AddGroupMemberBody extends CommandBody {
  @UnitField('成员单位代码') member: UnitCode;
  @ChoiceField('成员单位职责', MEMBER_ROLES) role: MemberRole;
  @DayField('加入日期') occurredOn: Day;
}

export class AddGroupMember extends Command<Answer> {
  constructor(
    readonly code: UnitCode,
    readonly body: AddGroupMemberBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
