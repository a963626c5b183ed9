import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { RevokeApproval } from './revoke-approval.command.js';

@CommandHandler(RevokeApproval)
export class RevokeApprovalHandler implements ICommandHandler<RevokeApproval> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: RevokeApproval): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'revoke',
      ...factsOf(body),
      today: context.today,
    });
  }
}
