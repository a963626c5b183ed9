import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeUnit } from '../change-unit.js';
import { RemoveGroupMember } from './remove-group-member.command.js';

@CommandHandler(RemoveGroupMember)
export class RemoveGroupMemberHandler implements ICommandHandler<RemoveGroupMember> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ code, body, context }: RemoveGroupMember): Promise<Answer> {
    const { today } = context;
    return changeUnit(this.runner, code, context, { kind: 'remove-group-member', facts: factsOf(body), today });
  }
}
