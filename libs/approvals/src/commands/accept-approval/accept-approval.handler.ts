import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { AcceptApproval } from './accept-approval.command.js';

@CommandHandler(AcceptApproval)
export class AcceptApprovalHandler implements ICommandHandler<AcceptApproval> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: AcceptApproval): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'accept',
      ...factsOf(body),
      today: context.today,
    });
  }
}
