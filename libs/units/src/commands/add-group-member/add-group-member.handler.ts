import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { requireUnit } from '../require-unit.js';
import { AddGroupMember } from './add-group-member.command.js';

@CommandHandler(AddGroupMember)
export class AddGroupMemberHandler implements ICommandHandler<AddGroupMember> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: AddGroupMember): Promise<Answer> {
    return changeUnit(this.runner, code, context, async () => {
      await requireUnit(this.runner, body.member, 'member', body.occurredOn);
      return { kind: 'add-group-member', facts: factsOf(body), today: context.today };
    });
  }
}
