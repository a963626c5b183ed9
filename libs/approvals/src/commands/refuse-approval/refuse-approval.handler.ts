import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { RefuseApproval } from './refuse-approval.command.js';

@CommandHandler(RefuseApproval)
export class RefuseApprovalHandler implements ICommandHandler<RefuseApproval> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: RefuseApproval): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'refuse',
      ...factsOf(body),
      today: context.today,
    });
  }
}
