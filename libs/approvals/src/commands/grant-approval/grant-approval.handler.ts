import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, CommandRunner } from '#libs/command-handling';
import { factsOf } from '#libs/contract';
import { changeAsDepartment } from '../change-approval.js';
import { GrantApproval } from './grant-approval.command.js';

@CommandHandler(GrantApproval)
export class GrantApprovalHandler implements ICommandHandler<GrantApproval> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ approvalId, body, context }: GrantApproval): Promise<Answer> {
    return changeAsDepartment(this.runner, approvalId, context, {
      kind: 'grant',
      ...factsOf(body),
      today: context.today,
    });
  }
}
